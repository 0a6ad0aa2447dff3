package dev.gradlens.wire.setup;

import dev.gradlens.wire.bind.Place;
import java.util.List;
import java.util.stream.Stream;

/** Sees to it that a request says in exactly one way where its parameters come from. */
final class ParametersChoice {
    private static final String PARAMETERS = "parameters";
    private static final String INITIALIZATION = "initialization";
    private static final String MODEL = "model";

    private final SetupForm form;
    private final Place root;

    ParametersChoice(SetupForm form, Place root) {
        this.form = form;
        this.root = root;
    }

    /** Names every way but the first; or the place of the first where there is none and none was unreadable. */
    void requireOne() {
        List<String> given = Stream.of(PARAMETERS, INITIALIZATION, MODEL)
                .filter(this::isGiven)
                .toList();
        given.stream().skip(1).forEach(name -> root.member(name).fault(beside(given.getFirst())));
        if (given.isEmpty() && Stream.of(PARAMETERS, INITIALIZATION, MODEL).allMatch(this::isSound)) {
            root.member(PARAMETERS).fault("is missing; give parameters, initialization or model");
        }
    }

    private static String beside(String first) {
        return "stands beside " + first + "; a request has one of parameters, initialization and model";
    }

    /** Whether it is there, be it as something that could not be read. */
    private boolean isGiven(String name) {
        boolean read = switch (name) {
            case PARAMETERS -> form.parameters() != null;
            case INITIALIZATION -> form.initialization() != null;
            default -> form.model() != null;
        };
        return read || root.faults().hasFaultAt(root.member(name).pointer());
    }

    private boolean isSound(String name) {
        return root.member(name).isSound();
    }
}
