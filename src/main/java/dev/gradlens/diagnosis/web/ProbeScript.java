package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.judge.Candidates;
import dev.gradlens.diagnosis.judge.Wrong;
import dev.gradlens.diagnosis.probe.Probe;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.wire.tensors.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;

/** A test file in Python with the numbers of a probe in it, and those of every mistake. */
final class ProbeScript {
    /** Entries of a wrong tensor that stand in the file: what two mistakes differ by is in more than a few of them. */
    private static final int SAMPLE = 64;

    /** Digits of these: far more than what mistakes differ by. */
    private static final MathContext DIGITS = new MathContext(6);

    private final Probe probe;
    private final ProbeTensors tensors;
    private final MistakePages pages;
    private final Candidates candidates;

    ProbeScript(Probe probe, ProbeTensors tensors, MistakePages pages, KernelsProvider provider) {
        this.probe = probe;
        this.tensors = tensors;
        this.pages = pages;
        this.candidates = new Candidates(probe.exercise(), provider);
    }

    String text() {
        return template()
                .replace(
                        "{equations}",
                        new ProbeEquations(probe.exercise().setup().spec()).text())
                .replace(
                        "{separation}",
                        BigDecimal.valueOf(probe.separation().minimum())
                                .round(new MathContext(2))
                                .toString())
                .replace("{given}", dictionary(tensors.given(), name -> true))
                .replace("{expected}", dictionary(tensors.computed(), this::isGradient))
                .replace("{sample}", String.valueOf(SAMPLE))
                .replace("{mistakes}", mistakes())
                .replace("{titles}", titles());
    }

    private static String template() {
        try {
            return new ClassPathResource("probe_test.py.txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private boolean isGradient(String name) {
        return name.startsWith("d");
    }

    private static String dictionary(Map<String, Tensor> named, Function<String, Boolean> isWanted) {
        return named.entrySet().stream()
                .filter(entry -> isWanted.apply(entry.getKey()))
                .map(entry -> "    \"%s\": np.array(%s),".formatted(entry.getKey(), array(entry.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String array(Tensor tensor) {
        int[] shape = tensor.shape();
        int columns = shape[shape.length - 1];
        String rows = IntStream.range(0, tensor.size() / columns)
                .mapToObj(i -> IntStream.range(0, columns)
                        .mapToObj(j -> python(tensor.entry(i * columns + j)))
                        .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(",\n        "));
        return shape.length == 1 ? rows : "[\n        " + rows + "]";
    }

    private String mistakes() {
        return candidates.sites().stream()
                .filter(site -> !site.step().isForward())
                .map(site -> "    \"%s\": [\n%s    ],".formatted(ProbeTensors.name(site), mistakes(site)))
                .collect(Collectors.joining("\n"));
    }

    private String mistakes(Site site) {
        int size = candidates.truth(site).size();
        return candidates.at(site).stream()
                .filter(wrong -> wrong.values().size() == size && wrong.mistake() != Mistake.Z54)
                .map(ProbeScript::line)
                .distinct()
                .collect(Collectors.joining());
    }

    private static String line(Wrong wrong) {
        double[] all = wrong.values().rowMajor();
        int step = step(all.length);
        DoubleStream sample =
                IntStream.iterate(0, i -> i < all.length, i -> i + step).mapToDouble(i -> all[i]);
        return "        (\"%s\", %s),\n"
                .formatted(
                        wrong.mistake(),
                        sample.mapToObj(ProbeScript::shortened).collect(Collectors.joining(", ", "[", "]")));
    }

    private static int step(int size) {
        return Math.max(1, (size + SAMPLE - 1) / SAMPLE);
    }

    private String titles() {
        Set<Mistake> all = EnumSet.allOf(Mistake.class);
        return all.stream()
                .map(mistake -> "    \"%s\": \"%s\","
                        .formatted(
                                mistake,
                                pages.of(mistake).title().replace("\\", "\\\\").replace("\"", "\\\"")))
                .collect(Collectors.joining("\n"));
    }

    private static String shortened(double x) {
        return Double.isFinite(x) ? python(new BigDecimal(x).round(DIGITS).doubleValue()) : python(x);
    }

    private static String python(double x) {
        if (Double.isNaN(x)) {
            return "np.nan";
        }
        return Double.isInfinite(x)
                ? (x > 0 ? "np.inf" : "-np.inf")
                : String.valueOf(x).replace('E', 'e');
    }
}
