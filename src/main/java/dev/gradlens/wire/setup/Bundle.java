package dev.gradlens.wire.setup;

/** A name for a set of defaults; a field that is given wins over it. */
public enum Bundle {
    COURSE,
    PAPER,
    PYTORCH,
    KERAS;

    Conventions conventions() {
        return switch (this) {
            case COURSE -> Conventions.COURSE;
            case PAPER -> Conventions.PAPER;
            case PYTORCH -> Conventions.PYTORCH;
            case KERAS -> Conventions.KERAS;
        };
    }
}
