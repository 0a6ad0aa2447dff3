package dev.gradlens.wire;

/** A request that can be read but not be done, with everything that is wrong in it. */
public final class InvalidRequestException extends RefusedException {
    private final Faults faults;

    public InvalidRequestException(Faults faults) {
        super(inWords(faults.list().size(), faults.further()));
        this.faults = faults;
    }

    public Faults faults() {
        return faults;
    }

    static String inWords(int named, long further) {
        if (further > 0) {
            return "The request has " + (named + further) + " faults; the first " + named + " are named.";
        }
        return named == 1 ? "The request has a fault." : "The request has " + named + " faults.";
    }
}
