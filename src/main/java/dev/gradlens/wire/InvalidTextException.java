package dev.gradlens.wire;

import java.util.List;

/** A body of lines and cells, such as CSV, that cannot be taken as it is, with everything that is wrong in it. */
public final class InvalidTextException extends RefusedException {
    private final List<TextFault> faults;

    InvalidTextException(TextFaults faults) {
        super(InvalidRequestException.inWords(faults.list().size(), faults.further()));
        this.faults = faults.list();
    }

    public List<TextFault> faults() {
        return faults;
    }
}
