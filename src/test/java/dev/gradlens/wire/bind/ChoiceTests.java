package dev.gradlens.wire.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.Fault;
import dev.gradlens.wire.Faults;
import org.junit.jupiter.api.Test;

class ChoiceTests {
    private final Faults faults = new Faults();

    @Test
    void offersTheOnlyOneThatIsSupported() {
        Choice<String> formats = new Choice<>();
        formats.add("nested", "nested", true);
        formats.add("base64", "base64", false);

        assertThat(formats.pick("base64", Place.root(faults))).isNull();
        assertThat(faults.list())
                .extracting(Fault::detail)
                .containsExactly("'base64' is not supported yet; use nested");
    }
}
