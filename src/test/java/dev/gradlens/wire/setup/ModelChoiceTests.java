package dev.gradlens.wire.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.Standardization;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.InvalidRequestException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelChoiceTests {
    private static final NormalizationForm NORMALIZATION =
            new NormalizationForm.Batch(0.5, null, null, null, null, null);
    private static final NetworkSpec SPEC = new NetworkSpec(
            2,
            List.of(new DenseSpec(
                    1, true, Objects.requireNonNull(NORMALIZATION.normalization(Conventions.PAPER)), new Identity())),
            new MeanSquaredError(),
            0.25);
    private static final List<LayerParameters<Values>> PARAMETERS = List.of(new LayerParameters<>(
            new Values(1, 2, new double[] {3, 4}),
            Values.row(5),
            Values.row(6),
            Values.row(7),
            Values.row(8),
            Values.row(9)));
    private static final Standardization STANDARDIZATION = new Standardization(Values.row(10, 20), Values.row(2, 0));
    private static final KnownModels MODELS = id -> id.equals("m1")
            ? Optional.of(new KnownModel(SPEC, Precision.FLOAT32, STANDARDIZATION, () -> PARAMETERS))
            : Optional.empty();

    @Test
    void givesItsNetworkItsParametersAndItsPrecision() {
        ReadSetup read = read("{'model': 'm1', 'batch': {'X': [[12, 21]], 'Y': [[1]]}}");

        assertThat(read.spec()).isEqualTo(SPEC);
        assertThat(read.setup().parameters()).isEqualTo(PARAMETERS);
        assertThat(read.effective().precision()).isEqualTo(Precision.FLOAT32);
        assertThat(read.effective().model()).isEqualTo("m1");
        assertThat(read.effective().network()).isEqualTo(NetworkForm.of(SPEC));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"rows | [[12, 21], [9, 20]] | [[1], [1]]", "columns | [[12, 9], [21, 20]] | [[1, 1]]"})
    void standardizesXAndOnlyCentresWhatNeverChanged(String layout, String x, String y) {
        Setup setup = read("{'model': 'm1', 'batch': {'layout': '%s', 'X': %s, 'Y': %s}}".formatted(layout, x, y))
                .setup();

        assertThat(setup.batch().x().rowMajor()).containsExactly(1, 1, -0.5, 0);
    }

    @Test
    void yieldsToTheConventionsOfANetworkThatIsGiven() {
        ReadSetup read = read("""
                {'model': 'm1', 'precision': 'float64', 'conventions': 'keras', 'batch': {'X': [[1, 2]], 'Y': [[1]]},
                 'network': {'inputs': 2, 'loss': 'halfMeanSquaredError',
                             'layers': [{'type': 'dense', 'units': 1, 'normalization': {'type': 'batch'}}]}}
                """);

        BatchNorm normalization = (BatchNorm)
                Objects.requireNonNull(read.spec().layers().getFirst().normalization());
        assertThat(normalization.epsilon().value()).isEqualTo(1e-3);
        assertThat(read.effective().network().loss()).isEqualTo(LossName.HALF_MEAN_SQUARED_ERROR);
        assertThat(read.effective().precision()).isEqualTo(Precision.FLOAT64);
        assertThat(read.setup().parameters()).isEqualTo(PARAMETERS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3 | {'type': 'dense', 'units': 1} | has 3 inputs, but the model has 2",
                "2 | {'type': 'dense', 'units': 1}, {'type': 'dense', 'units': 1} | has 2 layers, but the model has 1",
                "2 | {'type': 'dense', 'units': 4} | has W of 4×2 (units × inputs), b in layer 1, but the model has"
                        + " W of 1×2 (units × inputs), b, gamma, beta, runningMean, runningVariance there",
                "2 | {'type': 'dense', 'units': 1, 'bias': false, 'normalization': {'type': 'layer'}} | has W of 1×2"
                        + " (units × inputs), gamma, beta in layer 1, but the model has W of 1×2 (units × inputs), b,"
                        + " gamma, beta, runningMean, runningVariance there",
            })
    void refusesANetworkThatHasOtherParameters(int inputs, String layers, String detail) {
        String network = "{'inputs': %d, 'layers': [%s], 'loss': 'meanSquaredError'}".formatted(inputs, layers);

        assertThat(faults("{'model': 'm1', 'network': %s, 'batch': {'X': 3, 'Y': [[1]]}}".formatted(network)))
                .contains("/network " + detail)
                .anyMatch(fault -> fault.startsWith("/batch/X "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'model': 'm2' | /model is not the id of a model, got 'm2'",
                "'model': 3 | /model must be a string, got a number",
                "'precision': 'float64' | /network is missing; it must be an object, unless a model is given;"
                        + " /parameters is missing; give parameters, initialization or model",
                "'parameters': {'layers': []} | /network is missing; it must be an object, unless a model is given",
                "'model': 'm1', 'initialization': {'scheme': 'he'} | /model stands beside initialization; a request has one of"
                        + " parameters, initialization and model",
                "'model': 'm1', 'network': 3 | /network must be an object, got a number",
            })
    void namesEveryFault(String members, String faults) {
        String all = String.join("; ", faults("{%s, 'batch': {'X': [[1, 2]], 'Y': [[1]]}}".formatted(members)));

        assertThat(all).isEqualTo(faults);
    }

    @Test
    void holdsABatchAgainstItsNetwork() {
        assertThat(faults("{'model': 'm1', 'batch': {'X': [[1, 2, 3]], 'Y': [[1, 2]]}}"))
                .anyMatch(fault -> fault.startsWith("/batch/X has shape 1×3, expected 1×2"))
                .anyMatch(fault -> fault.startsWith("/batch/Y has shape 1×2, expected 1×1"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"rows, '[[1, 2], [1, -1e308]]', '[[1], [1]]', 1/1", "columns, '[[1, 1], [2, 2.5e38]]', '[[1, 1]]', 1/1"
    })
    void refusesAnXThatStandardizationMakesTooLarge(String layout, String x, String y, String entry) {
        KnownModels models = id -> Optional.of(new KnownModel(
                SPEC, Precision.FLOAT32, new Standardization(Values.row(0, 0), Values.row(1, 0.1)), () -> PARAMETERS));
        String json = "{'model': 'm', 'precision': '%s', 'batch': {'layout': '%s', 'X': %s, 'Y': %s}}"
                .formatted(layout.equals("rows") ? "float64" : "float32", layout, x, y);

        assertThat(faults(json, models))
                .singleElement()
                .asString()
                .startsWith("/batch/X/" + entry + " is beyond the range of");
    }

    private static ReadSetup read(String json) {
        Faults faults = new Faults();
        return new SetupReader(MODELS).read(SetupRequest.read(json.replace('\'', '"'), faults), faults);
    }

    private static List<String> faults(String json) {
        return faults(json, MODELS);
    }

    private static List<String> faults(String json, KnownModels models) {
        Faults faults = new Faults();
        SetupRequest request = SetupRequest.read(json.replace('\'', '"'), faults);
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class, () -> new SetupReader(models).read(request, faults));
        return refusal.faults().list().stream()
                .map(fault -> fault.pointer() + " " + fault.detail())
                .toList();
    }
}
