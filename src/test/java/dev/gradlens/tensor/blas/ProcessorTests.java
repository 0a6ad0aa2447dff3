package dev.gradlens.tensor.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorTests {
    private static final String FLAGS = "flags\t\t: fpu avx2 avx512f avx512dq avx512cd avx512bw avx512vl";

    @Test
    void knowsAnAmdProcessorWithWideVectors() {
        assertThat(Processor.isUnderrated(List.of("processor\t: 0", "vendor_id\t: AuthenticAMD", FLAGS)))
                .isTrue();
    }

    @Test
    void leavesOthersAsTheyAre() {
        assertThat(Processor.isUnderrated(List.of())).isFalse();
        assertThat(Processor.isUnderrated(List.of("vendor_id\t: GenuineIntel", FLAGS)))
                .isFalse();
        assertThat(Processor.isUnderrated(List.of("vendor_id\t: AuthenticAMD", "flags\t\t: fpu avx2 avx512f")))
                .isFalse();
    }
}
