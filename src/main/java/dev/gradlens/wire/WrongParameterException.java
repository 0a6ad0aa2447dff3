package dev.gradlens.wire;

/** A parameter of the query that can be read but is not one that is allowed. */
public final class WrongParameterException extends RefusedException {
    private final String parameter;
    private final String detail;

    /** The detail is in words that follow the parameter's name. */
    public WrongParameterException(String parameter, String detail) {
        super(InvalidRequestException.inWords(1, 0));
        this.parameter = parameter;
        this.detail = detail;
    }

    public String parameter() {
        return parameter;
    }

    public String detail() {
        return detail;
    }
}
