package dev.gradlens.wire.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Requests.Activation;
import dev.gradlens.wire.bind.Requests.BatchNormalization;
import dev.gradlens.wire.bind.Requests.Check;
import dev.gradlens.wire.bind.Requests.Dense;
import dev.gradlens.wire.bind.Requests.Normalize;
import dev.gradlens.wire.bind.Requests.Placement;
import dev.gradlens.wire.bind.Requests.Whole;
import dev.gradlens.wire.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordReaderTests {
    private final Faults faults = new Faults();

    private <T> @Nullable T read(Class<T> type, String json) {
        var bytes = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        return RecordReader.read(type, new JsonReader(64).read(bytes), Place.root(faults));
    }

    private Whole whole(String members) {
        return read(Whole.class, "{\"network\": {\"inputs\": 2, \"layers\": [{\"units\": 3}]}, " + members + "}");
    }

    private List<String> pointers() {
        return faults.list().stream().map(fault -> fault.pointer().text()).toList();
    }

    @Test
    void bindsAWholeRequest() {
        Whole whole = read(Whole.class, """
                {"network": {"inputs": 2.0, "layers": [
                    {"type": "dense", "units": 3, "activation": "leakyRelu"},
                    {"units": 1, "activation": {"type": "relu", "slope": 0.5}},
                    {"type": "normalize", "normalization": {"type": "batch", "epsilon": 1e-3}}]},
                 "batch": {"X": [[1, 2], [3, 4]]}, "gradientCheck": true, "placement": "insideSqrt", "seed": 9007199254740993}
                """);

        assertThat(faults.list()).isEmpty();
        assertThat(whole.network().inputs()).isEqualTo(2);
        assertThat(whole.network().layers())
                .containsExactly(
                        new Dense(3, new Activation(Activation.Kind.LEAKY_RELU, null)),
                        new Dense(1, new Activation(Activation.Kind.RELU, 0.5)),
                        new Normalize(new BatchNormalization(1e-3)));
        assertThat(whole.batch().x().shape()).isEqualTo("2×2");
        assertThat(whole.gradientCheck()).isEqualTo(new Check(true, null, null));
        assertThat(whole.placement()).isEqualTo(Placement.INSIDE_SQRT);
        assertThat(whole.seed()).isEqualTo(9007199254740993L);
    }

    @Test
    void bindsWhatIsSoundBesideWhatIsNot() {
        Whole whole = whole("\"batch\": {\"X\": \"none\"}, \"seed\": 1e400, \"placement\": \"nowhere\"");

        assertThat(pointers()).containsExactly("/batch/X", "/seed");
        assertThat(whole.batch().x()).isNull();
        assertThat(whole.seed()).isNull();
        assertThat(whole.placement()).isEqualTo(Placement.NONE);
        assertThat(whole.network().layers()).containsExactly(new Dense(3, null));
    }

    @Test
    void keepsTheOthersPlacesWhenAnItemIsFaulty() {
        Whole whole =
                read(Whole.class, "{\"network\": {\"inputs\": 1, \"layers\": [7, {\"units\": 1}, {\"type\": \"x\"}]}}");

        assertThat(whole.network().layers()).containsExactly(null, new Dense(1, null), null);
    }

    @Test
    void refusesToBindTypesThatItDoesNotKnow() {
        record Primitive(int units) {}
        record Odd(Thread thread) {}

        assertThatThrownBy(() -> read(Primitive.class, "{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(Odd.class, "{\"thread\": 1}")).isInstanceOf(IllegalArgumentException.class);
    }
}
