package dev.gradlens.wire.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.wire.Fault;
import dev.gradlens.wire.TextFault;
import org.jspecify.annotations.Nullable;

/**
 * One offending place of a request.
 *
 * @param pointer into the body (RFC 6901), where that is JSON and what is wrong stands in it
 * @param parameter instead of a pointer: the name of a parameter of the query, or of a header, that is what is wrong
 * @param line from 1, in a body that is not JSON
 * @param column from 1, in characters; in CSV in cells
 * @param detail what is wrong there, what was got and what is allowed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemError(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable Integer line,
        @Nullable Integer column,
        String detail) {

    static ProblemError of(Fault fault) {
        return new ProblemError(fault.pointer().text(), null, null, null, fault.detail());
    }

    static ProblemError of(TextFault fault) {
        return at(fault.line(), fault.column(), fault.detail());
    }

    static ProblemError ofParameter(String parameter, String detail) {
        return new ProblemError(null, parameter, null, null, detail);
    }

    static ProblemError at(int line, int column, String detail) {
        return new ProblemError(null, null, line, column, detail);
    }
}
