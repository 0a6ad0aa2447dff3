package dev.gradlens.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole contract of {@link Kernels}, for one provider in one precision; each part stands in an interface of its own. */
public abstract class KernelsContractTests
        implements ProductContract,
                ArithmeticContract,
                ElementaryContract,
                SelectionContract,
                ReductionContract,
                LifecycleContract {
    private final KernelsProvider provider;
    private final Precision precision;
    private Kernels kernels;

    protected KernelsContractTests(String name, Precision precision) {
        this.provider = KernelsProviders.start(name);
        this.precision = precision;
        this.kernels = provider.open(precision);
    }

    @BeforeEach
    void open() {
        kernels = provider.open(precision);
    }

    @AfterEach
    void close() {
        kernels.close();
    }

    @Override
    public Kernels kernels() {
        return kernels;
    }

    @Test
    void computesInThePrecisionThatWasAskedFor() {
        assertThat(kernels.precision()).isEqualTo(precision);
        assertThat(provider.open().precision()).isEqualTo(Precision.FLOAT64);
    }

    @Test
    void refusesAMatrixOfTheOtherPrecision() {
        Precision other = precision == Precision.FLOAT64 ? Precision.FLOAT32 : Precision.FLOAT64;
        try (Kernels others = provider.open(other)) {
            Matrix foreign = others.constant(1);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kernels.add(foreign, 1))
                    .withMessage("this 1×1 matrix belongs to other kernels");
        }
    }

    @Test
    void saysInWordsWhatComputes() {
        assertThat(provider.backend()).isNotBlank().doesNotContain("/");
    }
}
