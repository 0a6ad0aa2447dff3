package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gradlens.ServiceClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Every example can be sent as it is, shows what it is said to show, and is as the document describes it. */
class ExamplesIntegrationTests extends ServiceClient {
    private static final String SCHEMAS = "/components/schemas/";

    private static String request(InspectionExample example) {
        return text("examples/" + Objects.requireNonNull(example.body().getFilename()));
    }

    private JsonNode answer(InspectionExample example) {
        HttpResponse<String> answer = inspect(request(example));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static String verdict(JsonNode answer) {
        return answer.at("/gradientCheck/verdict").stringValue();
    }

    private static List<Double> numbers(JsonNode array) {
        return array.valueStream().map(JsonNode::doubleValue).toList();
    }

    /** Violations of one of the document's schemas. */
    private List<?> violations(String schema, String instance) {
        String address = "https://gradlens.example/openapi.json";
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(address, get("/v3/api-docs").body())));
        Schema known = registry.getSchema(SchemaLocation.of(address + "#" + SCHEMAS + schema));
        return known.validate(instance, InputFormat.JSON);
    }

    @ParameterizedTest
    @EnumSource
    void isARequestAsTheDocumentHasIt(InspectionExample example) {
        assertThat(violations("InspectionRequest", request(example))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isAnsweredAsTheDocumentHasIt(InspectionExample example) {
        assertThat(violations("InspectionAnswer", inspect(request(example)).body()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STATISTICS_AS_CONSTANTS")
    void passesItsCheck(InspectionExample example) {
        assertThat(verdict(answer(example))).isEqualTo("PASS");
    }

    @Test
    void isRefusedByTheDocumentWhereTheServiceRefusesIt() {
        String unknownField = request(InspectionExample.PAPER).replace("\"inputs\"", "\"input\"");

        assertThat(violations("InspectionRequest", unknownField)).isNotEmpty();
        assertThat(inspect(unknownField).statusCode()).isEqualTo(422);
        assertThat(violations("Problem", inspect(unknownField).body())).isEmpty();
    }

    @Test
    void showsOnTheForumsNetworkThatTheExactGradientDescendsFastest() {
        JsonNode descent = answer(InspectionExample.FORUM_NETWORK).get("descent");

        assertThat(descent.at("/exact/verdict").stringValue()).isEqualTo("descends");
        assertThat(descent.at("/statisticsAsConstants/verdict").stringValue()).isEqualTo("descends");
        assertThat(descent.at("/skipNormalization/verdict").stringValue()).isEqualTo("ascends");
        assertThat(descent.at("/exact/slope").doubleValue()).isCloseTo(-0.948, within(0.001));
        assertThat(descent.at("/statisticsAsConstants/slope").doubleValue()).isCloseTo(-0.118, within(0.001));
        assertThat(descent.at("/skipNormalization/slope").doubleValue()).isCloseTo(0.197, within(0.001));
    }

    @Test
    void showsOnTheForumsNetworkThreePathsWhoseSumIsTheGradient() {
        JsonNode layer = answer(InspectionExample.FORUM_NETWORK).at("/layers/0");

        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 6; i++) {
                String at = "/" + j + "/" + i;
                double sum = layer.at("/paths/direct" + at).doubleValue()
                        + layer.at("/paths/throughMean" + at).doubleValue()
                        + layer.at("/paths/throughVariance" + at).doubleValue();
                assertThat(layer.at("/backward/dZ" + at).doubleValue()).isCloseTo(sum, within(1e-12));
            }
        }
    }

    @Test
    void showsThatHeldStatisticsFailTheCheckAndClimb() {
        JsonNode answer = answer(InspectionExample.STATISTICS_AS_CONSTANTS);
        List<Double> exact = numbers(answer.at("/descent/exact/costs"));
        List<Double> held = numbers(answer.at("/descent/statisticsAsConstants/costs"));

        assertThat(verdict(answer)).isEqualTo("FAIL");
        assertThat(answer.at("/descent/statisticsAsConstants/verdict").stringValue())
                .isEqualTo("ascends");
        assertThat(exact).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(held.subList(0, 6)).isSorted();
    }

    @Test
    void holdsItsLawsWhereverTheyAreShown() {
        JsonNode answer = answer(InspectionExample.LONE_LAYER);

        assertThat(answer.at("/layers/0/laws").valueStream())
                .isNotEmpty()
                .allMatch(law -> law.get("holds").booleanValue());
    }
}
