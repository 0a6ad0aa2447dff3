package dev.gradlens.dataset.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Data sets that are generated. */
class GenerationIntegrationTests extends DatasetServiceTest {
    @Test
    void drawsTwoSpiralsOfTwoHundredRowsWithoutBeingAskedForMore() {
        JsonNode dataset = generate("{\"generator\": \"spiral\"}");

        assertThat(dataset.get("name").stringValue()).isEqualTo("spiral");
        assertThat(dataset.get("kind").stringValue()).isEqualTo("generated");
        assertThat(dataset.get("rows").intValue()).isEqualTo(200);
        assertThat(dataset.get("classes").intValue()).isEqualTo(2);
        assertThat(dataset.at("/features/1/name").stringValue()).isEqualTo("x2");
        assertThat(dataset.has("classNames")).isFalse();
        assertThat(dataset.get("createdAt").stringValue()).endsWith("Z");
        assertThat(HexFormat.of().parseHex(dataset.get("sha256").stringValue())).hasSize(32);
    }

    /** As this service drew them first; whoever repeats an experiment has to find them again. */
    @ParameterizedTest
    @CsvSource({
        "spiral, dddceefb3c9952758d7a6c43f5d7316da3eda65a415458fe1b689ccf0d67cbdb",
        "moons, 7d4daf9db30158f951d11d61ccfebe234cc829d6d8926913165242b5a5d67398",
        "circles, 2ff350ce8962b373b9e4f38fd8e9ee3a76bf5c5ae2af5d4d6330a50fc72bcb65",
        "xor, 45e9f8f861d24c73c41f69000934bd136fca6b0992b3379f8114c832105b8115",
        "blobs, 991fab8e50020c79f911740c56ae4879776817744955789fcbb368f53d5edf19"
    })
    void drawsTheSameNumbersOnEveryMachine(String generator, String sha256) {
        JsonNode dataset =
                generate("{\"generator\": \"%s\", \"size\": 101, \"noise\": 0.3, \"seed\": -7, \"offset\": 20}"
                        .formatted(generator));

        assertThat(dataset.get("sha256").stringValue()).isEqualTo(sha256);
    }

    @Test
    void keepsWhatIsGiven() {
        JsonNode dataset = generate("""
                        {"generator": "blobs", "size": 31, "noise": 0, "seed": 3, "classes": 3, "offset": 1000, "name": "drei"}""");

        assertThat(dataset.get("name").stringValue()).isEqualTo("drei");
        assertThat(dataset.get("rows").intValue()).isEqualTo(31);
        assertThat(dataset.get("classes").intValue()).isEqualTo(3);
        assertThat(DoubleStream.of(
                        dataset.at("/features/0/min").doubleValue(),
                        dataset.at("/features/1/max").doubleValue()))
                .allMatch(feature -> feature > 980 && feature < 1020);
    }

    @Test
    void namesEveryOffendingPlace() {
        JsonNode problem = invalid(post("", JSON, """
                        {"generator": "moons", "size": 1000001, "noise": -1, "seed": 0.5, "classes": 3, "offset": 1e10,
                         "name": "  ", "turns": 2}"""));

        assertThat(errors(problem, "pointer"))
                .containsExactlyInAnyOrder("/size", "/noise", "/seed", "/classes", "/offset", "/name", "/turns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/generator",
                "{\"generator\": \"rings\"}|/generator",
                "{\"generator\": \"spiral\", \"classes\": 1}|/classes",
                "{\"generator\": \"spiral\", \"classes\": 101}|/classes",
                "{\"generator\": \"spiral\", \"size\": 4, \"classes\": 5}|/size",
                "{\"generator\": \"xor\", \"noise\": 1000001}|/noise",
                "{\"generator\": \"xor\", \"name\": \"a\\u0000\"}|/name"
            })
    void pointsAtTheFault(String request, String pointer) {
        assertThat(errors(invalid(post("", JSON, request)), "pointer")).containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moons", "circles", "xor"})
    void takesTheTwoClassesThatAFigureHasAnyway(String generator) {
        assertThat(generate("{\"generator\": \"%s\", \"classes\": 2}".formatted(generator))
                        .get("classes")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void drawsAMillionRows() {
        assertThat(generate("{\"generator\": \"xor\", \"size\": 1000000}")
                        .get("bytes")
                        .longValue())
                .isGreaterThan(24_000_000);
    }
}
