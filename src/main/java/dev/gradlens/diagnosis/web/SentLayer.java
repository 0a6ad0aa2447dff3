package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Step;
import dev.gradlens.wire.tensors.ComputedInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was sent of one layer. */
interface SentLayer {

    /** The tensors that are there, as far as they could be read. */
    Map<Step, ComputedInput> tensors();

    /** A tensor that may be there. */
    record Tensor(Step step, Optional<ComputedInput> input) {}

    static Tensor tensor(Step step, @Nullable ComputedInput input) {
        return new Tensor(step, Optional.ofNullable(input));
    }

    static Map<Step, ComputedInput> given(Tensor... all) {
        Map<Step, ComputedInput> given = new LinkedHashMap<>();
        for (Tensor tensor : all) {
            tensor.input().ifPresent(input -> given.put(tensor.step(), input));
        }
        return given;
    }
}
