package dev.gradlens.wire;

/** A request that can be read but not be done, with everything that is wrong in it. */
public final class InvalidRequestException extends RefusedException {
    private final Faults faults;

    public InvalidRequestException(Faults faults) {
        super(inWords(faults));
        this.faults = faults;
    }

    public Faults faults() {
        return faults;
    }

    private static String inWords(Faults faults) {
        int named = faults.list().size();
        if (faults.further() > 0) {
            return "The request has " + (named + faults.further()) + " faults; the first " + named + " are named.";
        }
        return named == 1 ? "The request has a fault." : "The request has " + named + " faults.";
    }
}
