package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What every convention, layout, scale and precision makes of the same batch, beside every other. */
class ConventionTableIntegrationTests extends ServiceTest {
    /** What has an example in each row, or column. */
    private static final String EXAMPLES =
            "dX|(Z|Znorm|Ztilda|A|dA|dZtilda|dZnorm|dZ|direct|throughMean|throughVariance)\\d";
    /** What meanInParameters leaves to be of m·J. */
    private static final String OF_M_TIMES_J =
            "dX|(dA|dZtilda|dZnorm|dZ|dmu|dsigma2|direct|throughMean|throughVariance)\\d";

    private static final int M = 5;

    static Stream<Combination> all() {
        return Combination.all();
    }

    static Stream<Combination> inRows() {
        return Combination.inRows();
    }

    static Stream<Combination> ofTheCost() {
        return Combination.ofTheCost().flatMap(rows -> Stream.of(rows, rows.withLayout("columns")));
    }

    static Stream<Combination> inDouble() {
        return Combination.all().filter(each -> each.precision().equals("float64"));
    }

    static Stream<Combination> normalized() {
        return Combination.inDouble().filter(each -> !each.type().equals("none"));
    }

    static Stream<Arguments> bundles() {
        return Combination.BUNDLES.stream()
                .flatMap(bundle -> Combination.TYPES.stream().map(type -> Arguments.of(bundle, type)));
    }

    private Shown shown(Combination combination) throws Exception {
        return Carriage.NESTED.fetch(client, combination.request());
    }

    @ParameterizedTest
    @MethodSource("inRows")
    void columnsAreRowsTurned(Combination rows) throws Exception {
        Shown inRows = shown(rows);

        Shown inColumns = shown(rows.withLayout("columns"));

        Map<String, Numbers> expected = inRows.numbers();
        expected.replaceAll((name, numbers) -> name.matches(EXAMPLES) ? numbers.transposed() : numbers);
        assertThat(inColumns.numbers()).isEqualTo(expected);
        assertThat(inColumns.cost()).isEqualTo(inRows.cost());
    }

    @ParameterizedTest
    @MethodSource("ofTheCost")
    void meanInParametersMultipliesAllOtherGradientsByTheExamples(Combination ofJ) throws Exception {
        Shown expected = shown(ofJ);

        Shown shown = shown(ofJ.withScale("meanInParameters"));

        double rounding = ofJ.precision().equals("float64") ? 1e-15 : 1e-6;
        Map<String, Numbers> numbers = shown.numbers();
        assertThat(numbers).containsOnlyKeys(expected.numbers().keySet());
        expected.numbers().forEach((name, each) -> {
            Numbers scaled = name.matches(OF_M_TIMES_J) ? each.each(value -> M * value) : each;
            numbers.get(name).assertNear(name, scaled, rounding, 0);
        });
        assertThat(shown.cost()).isEqualTo(expected.cost());
    }

    @ParameterizedTest
    @MethodSource("inDouble")
    void float32IsNearFloat64(Combination inDouble) throws Exception {
        Map<String, Numbers> expected = shown(inDouble).numbers();

        Map<String, Numbers> numbers = shown(inDouble.withPrecision("float32")).numbers();

        assertThat(numbers).containsOnlyKeys(expected.keySet()).isNotEqualTo(expected);
        expected.forEach((name, each) -> numbers.get(name).assertNear(name, each, 1e-4, 1e-6));
    }

    @ParameterizedTest
    @MethodSource("normalized")
    void normalizesAsItsConventionsSay(Combination combination) throws Exception {
        ObjectNode request = combination.request();

        Shown shown = shown(combination);

        JsonNode effective = shown.rest().at("/effective/network/layers/0/normalization");
        assertThat(effective.properties())
                .containsAll(combination.normalization().properties());
        Numbers z = shown.numbers().get("Z1");
        new StatisticsByHand(effective, request.at("/parameters/layers/0"), z)
                .tensors()
                .forEach((name, numbers) -> shown.numbers().get(name + 1).assertNear(name, numbers, 1e-14, 1e-15));
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsGradientsAreThoseOfJ(Combination combination) throws Exception {
        ObjectNode request = Edit.put(combination.request(), "/gradientCheck", "{\"targets\": \"all\"}");

        JsonNode check = client.inspect(request).get("gradientCheck");

        assertThat(check.get("verdict").stringValue()).as(check.toString()).isEqualTo("PASS");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bundlesAreTheirFields(String bundle, String type) throws Exception {
        ObjectNode bare = InspectionClient.JSON.createObjectNode().put("type", type);
        String layout = bundle.equals("course") ? "columns" : "rows";
        String scale = bundle.equals("course") ? "meanInParameters" : "cost";
        Combination spelled = new Combination("paper", spelled(bundle, type), layout, scale, "float64");

        Shown shown = Carriage.NESTED.fetch(client, Combination.batch(bundle, bare, layout));

        Shown expected = shown(spelled);
        Edit.put(expected.rest(), "/effective/conventions", "\"" + bundle + "\"");
        assertThat(shown).isEqualTo(expected);
    }

    private static ObjectNode spelled(String bundle, String type) {
        boolean keras = bundle.equals("keras");
        boolean pytorch = bundle.equals("pytorch");
        ObjectNode all = InspectionClient.JSON.createObjectNode().put("type", type);
        all.put("epsilon", keras ? 1e-3 : 1e-5).put("epsilonPlacement", "insideSqrt");
        all.put("varianceEstimator", "biased");
        all.put("runningVarianceEstimator", keras ? "biased" : "unbiased");
        all.put("momentum", keras ? 0.99 : pytorch ? 0.1 : 0.9);
        all.put("momentumConvention", pytorch ? "takeNew" : "keepOld");
        return switch (type) {
            case "none" -> all.retain("type");
            case "rms" -> all.retain("type", "epsilon", "epsilonPlacement");
            case "layer" -> all.retain("type", "epsilon", "epsilonPlacement", "varianceEstimator");
            default -> all;
        };
    }
}
