package dev.gradlens.tensor.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradlens.tensor.BackendMissingException;
import org.junit.jupiter.api.Test;

class FirstSumTests {
    private static final String CARD = "NVIDIA H100 80GB HBM3 (compute capability 9.0)";

    @Test
    void acceptsThree() {
        assertThatCode(() -> FirstSum.check(CARD, () -> 3)).doesNotThrowAnyException();
    }

    /** What ND4J for CUDA 11.6 says on that card. */
    @Test
    void namesTheCardAndTheFailureWhereNothingCanBeComputed() {
        var failure = new RuntimeException("cudaGetSymbolAddress(...) failed; Error code: [13]");

        var refusal = catchThrowableOfType(
                BackendMissingException.class,
                () -> FirstSum.check(CARD, () -> {
                    throw failure;
                }));

        assertThat(refusal).hasMessageContainingAll(CARD, "Error code: [13].").hasCause(failure);
        assertThat(refusal.action()).contains("5.0 to 8.9", "the Maven profile cuda", "gradlens.kernels");
    }

    @Test
    void refusesASumThatIsWrong() {
        var refusal = catchThrowableOfType(BackendMissingException.class, () -> FirstSum.check(CARD, () -> 0));

        assertThat(refusal).hasMessageContainingAll(CARD, "1 + 2 gave 0.0.");
    }
}
