package dev.gradlens.wire;

import java.util.List;

/** Parameters of the query, or headers, that can be read but are not allowed as they are. */
public final class WrongParameterException extends RefusedException {
    private final List<Wrong> wrong;

    /** The detail is in words that follow the parameter's name. */
    public WrongParameterException(String parameter, String detail) {
        this(List.of(new Wrong(parameter, detail)));
    }

    /** Several, of which the first hundred are named. */
    public WrongParameterException(List<Wrong> wrong) {
        super(InvalidRequestException.inWords(
                Math.min(wrong.size(), Faults.KEPT), Math.max(wrong.size() - Faults.KEPT, 0)));
        this.wrong = List.copyOf(wrong.subList(0, Math.min(wrong.size(), Faults.KEPT)));
    }

    /**
     * One of them.
     *
     * @param parameter its name
     * @param detail in words that follow the name
     */
    public record Wrong(String parameter, String detail) {}

    public List<Wrong> wrong() {
        return wrong;
    }
}
