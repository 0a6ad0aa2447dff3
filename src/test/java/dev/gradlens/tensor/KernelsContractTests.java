package dev.gradlens.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole contract of {@link Kernels}, for one provider; each part stands in an interface of its own. */
public abstract class KernelsContractTests
        implements ProductContract,
                ArithmeticContract,
                ElementaryContract,
                SelectionContract,
                ReductionContract,
                LifecycleContract {
    private final KernelsProvider provider;
    private Kernels kernels;

    protected KernelsContractTests(String name) {
        provider = KernelsProviders.start(name);
        kernels = provider.open();
    }

    @BeforeEach
    void open() {
        kernels = provider.open();
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
    void saysInWordsWhatComputes() {
        assertThat(provider.backend()).isNotBlank().doesNotContain("/");
    }
}
