package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Verdict;
import dev.gradlens.diagnosis.probe.Probe;
import dev.gradlens.diagnosis.probe.Separation;
import dev.gradlens.diagnosis.web.ProbeAnswer.ProbeSeparation;
import dev.gradlens.wire.ScriptAnswer;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.FiledAnswer;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.Shape;
import dev.gradlens.wire.tensors.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A probe that was made, and is written once it is known how the client wants it.
 *
 * @param isWhole whether its tensors are shown
 * @param script the test file
 */
record Probed(Probe probe, ProbeTensors tensors, boolean isWhole, String script) implements FiledAnswer, ScriptAnswer {
    /** All of it in one document. */
    @JsonValue
    ProbeAnswer document() {
        return new ProbeAnswer(
                ExerciseAnswer.of(probe.exercise().setup()),
                separation(probe.separation()),
                isWhole ? tensors.layers() : null);
    }

    private static ProbeSeparation separation(Separation separation) {
        String other = separation.other().map(Mistake::name).orElse(Verdict.CORRECT.name());
        return new ProbeSeparation(
                separation.minimum(),
                List.of(separation.one().name(), other),
                SiteNames.layer(separation.site()),
                SiteNames.of(separation.site()));
    }

    @Override
    public Filed filed() {
        List<NamedArray> arrays = new ArrayList<>();
        tensors.given().forEach((name, tensor) -> arrays.add(array(name, tensor)));
        tensors.computed().forEach((name, tensor) -> arrays.add(array(name, tensor)));
        ProbeAnswer whole = document();
        return new Filed(new ProbeAnswer(whole.request(), whole.separation(), null), arrays);
    }

    private static NamedArray array(String name, Tensor tensor) {
        Shape shape = Shape.of(IntStream.of(tensor.shape()).asLongStream().toArray());
        return new NamedArray(name, shape, Datatype.F64, tensor.entries());
    }
}
