package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.mutation.UserTest;
import dev.gradlens.diagnosis.web.MutationForm.MutationDifference;
import dev.gradlens.diagnosis.web.MutationForm.MutationTolerance;
import dev.gradlens.diagnosis.world.Sites;
import dev.gradlens.network.Batch;
import dev.gradlens.network.Setup;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Echo;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.Work;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.setup.ReadSetup;
import dev.gradlens.wire.setup.SetupReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes a {@link UserTest} of a request. */
final class MutationReader {
    private static final String COMPARES = "compares";
    private static final Pattern GRADIENT =
            Pattern.compile("dX|(dA|dZtilda|dZnorm|dgamma|dbeta|dsigma2|dmu|dZ|dW|db)[1-9][0-9]{0,8}");

    /** NumPy's isclose and allclose. */
    private static final double RELATIVE = 1e-5;

    private static final double ABSOLUTE = 1e-8;

    /** Where truncation and rounding of a cost near 1 are about as large. */
    private static final double STEP = 1e-5;

    /** What is commonly asked of such a check. */
    private static final double TOLERANCE = 1e-6;

    private final SetupReader setups;
    private final MutationForm form;
    private final Place root;

    private MutationReader(SetupReader setups, MutationForm form, Place root) {
        this.setups = setups;
        this.form = form;
        this.root = root;
    }

    /** A test of an exercise. */
    record Read(Supplier<Exercise> later, UserTest test, Work work) {
        Exercise exercise() {
            return later.get();
        }
    }

    /**
     * Reads it.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with everything that is wrong
     */
    static Read read(Posted<MutationForm> posted, SetupReader setups) {
        return new MutationReader(setups, posted.value(), Place.root(posted.faults())).read();
    }

    private Read read() {
        requireOne();
        requireNames();
        ExerciseReader.Read exercise = new ExerciseReader(setups).read(form, root.faults());
        ReadSetup setup = setups.read(form, root.faults());
        UserTest test = test(setup);
        root.faults().throwIfAny();
        return new Read(exercise.later(), test, MutationWork.of(setup.spec(), setup.examples(), exercise.work(), test));
    }

    /** Whatever the network is; what it does not have is said once it is known. */
    private void requireNames() {
        List<String> names = Objects.requireNonNullElse(form.compares(), List.of());
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i) != null && !GRADIENT.matcher(names.get(i)).matches()) {
                root.member(COMPARES)
                        .item(i)
                        .fault("must be a gradient, such as dZ1 or dX, got " + Echo.of(names.get(i)));
            }
        }
        if (form.compares() != null && names.isEmpty()) {
            root.member(COMPARES).fault("must name a gradient at least");
        }
    }

    private void requireOne() {
        boolean given = form.compares() != null || !root.member(COMPARES).isSound();
        boolean checked = form.finiteDifference() != null
                || !root.member("finiteDifference").isSound();
        if (!given && !checked) {
            root.member(COMPARES).fault("is missing; give compares or finiteDifference");
        } else if (given && checked) {
            root.member("finiteDifference").fault("stands beside compares; a request has one of the two");
        }
        if (form.tolerance() != null && !given) {
            root.member("tolerance").fault("belongs to compares; finiteDifference has its own");
        }
    }

    private UserTest test(ReadSetup setup) {
        MutationDifference check = form.finiteDifference();
        if (check != null) {
            return new UserTest.FiniteDifferences(
                    Objects.requireNonNullElse(check.step(), STEP),
                    Objects.requireNonNullElse(check.precision(), Precision.FLOAT64),
                    Objects.requireNonNullElse(check.tolerance(), TOLERANCE));
        }
        MutationTolerance tolerance = form.tolerance() == null ? new MutationTolerance(null, null) : form.tolerance();
        return new UserTest.Comparing(
                sites(setup),
                Objects.requireNonNullElse(tolerance.relative(), RELATIVE),
                Objects.requireNonNullElse(tolerance.absolute(), ABSOLUTE));
    }

    private List<Site> sites(ReadSetup read) {
        Map<String, Site> known = new TreeMap<>();
        Sites.of(empty(read)).stream()
                .filter(site -> !site.step().isForward())
                .forEach(site -> known.put(ProbeTensors.name(site), site));
        List<String> names = Objects.requireNonNullElse(form.compares(), List.of());
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Site site = known.get(names.get(i));
            if (site == null) {
                root.member(COMPARES)
                        .item(i)
                        .fault("must be a gradient of this network, one of %s; got %s"
                                .formatted(String.join(", ", known.keySet()), Echo.of(names.get(i))));
            } else {
                sites.add(site);
            }
        }
        return sites;
    }

    /** Which tensors there are depends on no number. */
    private static Setup empty(ReadSetup read) {
        Values nothing = Values.filled(1, 1, 0);
        return new Setup(
                read.spec(),
                List.of(),
                new Batch(nothing, nothing),
                read.effective().mode());
    }
}
