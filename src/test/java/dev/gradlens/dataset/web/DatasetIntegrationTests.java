package dev.gradlens.dataset.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.dataset.Datasets;
import dev.gradlens.dataset.Examples;
import dev.gradlens.dataset.Targets;
import dev.gradlens.tensor.Values;
import dev.gradlens.volume.FileReferences;
import dev.gradlens.wire.UnavailableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The life of data sets. */
class DatasetIntegrationTests extends DatasetServiceTest {
    @Autowired
    private Datasets datasets;

    @Autowired
    private List<FileReferences> references;

    @Test
    void listsTheBuiltInOnesFirst() {
        JsonNode page = shown("?limit=2");

        assertThat(page.at("/items/0/id").stringValue()).isEqualTo("iris");
        assertThat(page.at("/items/1/id").stringValue()).isEqualTo("digits");
        assertThat(page.at("/items/1/kind").stringValue()).isEqualTo("builtIn");
    }

    @Test
    void describesIris() {
        JsonNode iris = shown("/iris");

        assertThat(iris.get("rows").intValue()).isEqualTo(150);
        assertThat(iris.get("classes").intValue()).isEqualTo(3);
        assertThat(iris.get("classNames").valueStream().map(JsonNode::stringValue))
                .containsExactly("setosa", "versicolor", "virginica");
        assertThat(iris.get("features").size()).isEqualTo(4);
        assertThat(iris.at("/features/0/min").doubleValue()).isEqualTo(4.3);
        assertThat(iris.at("/features/0/mean").doubleValue()).isEqualTo(5.843333333333334); // 876.5/150
        assertThat(iris.has("createdAt")).isFalse();
    }

    @Test
    void describesDigits() {
        JsonNode digits = shown("/digits");

        assertThat(digits.get("rows").intValue()).isEqualTo(1797);
        assertThat(digits.get("classes").intValue()).isEqualTo(10);
        assertThat(digits.get("features").size()).isEqualTo(64);
    }

    @Test
    void livesFromTheRequestToTheDeletion() {
        JsonNode made = generate("{\"generator\": \"circles\", \"size\": 12}");
        String id = made.get("id").stringValue();
        String sha256 = made.get("sha256").stringValue();

        assertThat(shown("/" + id)).isEqualTo(made);
        assertThat(allIds()).contains(id);
        assertThat(needed(sha256)).isTrue();

        assertThat(delete(id).statusCode()).isEqualTo(204);

        problem(get(PATH + "/" + id), 404, "not-found");
        problem(get(PATH + "/" + id + "/rows"), 404, "not-found");
        problem(delete(id), 404, "not-found");
        assertThat(allIds()).doesNotContain(id);
        assertThat(needed(sha256)).isFalse();
        assertThat(datasets.examples(sha256).x().rows()).isEqualTo(12);
    }

    private boolean needed(String sha256) {
        return references.stream().anyMatch(some -> some.needed(Set.of(sha256)).contains(sha256));
    }

    private List<String> allIds() {
        List<String> ids = new ArrayList<>();
        String query = "?limit=3";
        while (query != null) {
            JsonNode page = shown(query);
            page.get("items").forEach(item -> ids.add(item.get("id").stringValue()));
            query = page.has("next") ? "?limit=3&after=" + page.get("next").stringValue() : null;
        }
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        return ids;
    }

    @Test
    void listsEveryOneOnceAndInTheOrderOfMaking() {
        List<String> made = new ArrayList<>();
        for (int seed = 0; seed < 7; seed++) {
            made.add(generate("{\"generator\": \"xor\", \"seed\": %d}".formatted(seed))
                    .get("id")
                    .stringValue());
        }

        assertThat(allIds()).startsWith("iris", "digits").containsSubsequence(made);
    }

    @Test
    void goesOnAfterOneThatIsDeletedMeanwhile() {
        String first = generate("{\"generator\": \"xor\"}").get("id").stringValue();
        String second = generate("{\"generator\": \"moons\"}").get("id").stringValue();
        delete(first);

        assertThat(shown("?after=" + first).at("/items/0/id").stringValue()).isEqualTo(second);
    }

    @Test
    void keepsAFileAsLongAsOneOfTwoNeedsIt() {
        String request = "{\"generator\": \"moons\", \"size\": 14, \"seed\": 99}";
        JsonNode one = generate(request);
        JsonNode other = generate(request);

        assertThat(one.get("sha256")).isEqualTo(other.get("sha256"));
        delete(one.get("id").stringValue());
        assertThat(needed(other.get("sha256").stringValue())).isTrue();
        assertThat(shown("/" + other.get("id").stringValue() + "/rows")
                        .get("rows")
                        .size())
                .isEqualTo(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "digits"})
    void refusesToDeleteWhatIsBuiltIn(String id) {
        problem(delete(id), 409, "conflict");
        assertThat(shown("/" + id).get("id").stringValue()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Iris", "nothing", "%00", "..%2F", "01234567-89ab-7cde-8f01-23456789abcd", "a%27%20or%201=1"})
    void knowsNoOther(String id) {
        assertThat(get(PATH + "/" + id).statusCode()).isBetween(400, 404);
        assertThat(delete(id).statusCode()).isBetween(400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=0, limit",
        "?limit=101, limit",
        "?limit=x, limit",
        "?after=nothing, after",
        "/iris/rows?limit=1001, limit",
        "/iris/rows?limit=-1, limit",
        "/iris/rows?after=-1, after",
        "/iris/rows?after=x, after",
        "/iris/rows?after=99999999999, after"
    })
    void refusesPagesThatThereAreNot(String path, String parameter) {
        assertThat(errors(invalid(get(PATH + path)), "parameter")).containsExactly(parameter);
    }

    @Test
    void showsRowsByPages() {
        JsonNode page = shown("/iris/rows?after=148&limit=1");

        assertThat(page.get("features").size()).isEqualTo(4);
        assertThat(page.get("rows")).hasToString("[[6.2,3.4,5.4,2.3]]");
        assertThat(page.get("labels")).hasToString("[2]");
        assertThat(page.get("next").intValue()).isEqualTo(149);
        assertThat(shown("/iris/rows?after=149").has("next")).isFalse();
        assertThat(shown("/digits/rows").get("rows").size()).isEqualTo(100);
    }

    @Test
    void showsNoRowsBehindTheLastOne() {
        JsonNode page = shown("/iris/rows?after=2147483647&limit=1000");

        assertThat(page.get("rows")).isEmpty();
        assertThat(page.get("labels")).isEmpty();
        assertThat(page.has("next")).isFalse();
    }

    @Test
    void keepsNumbersThatAreNoDataSet() {
        Examples examples = new Examples(
                new Values(2, 1, new double[] {1, 2}), new Targets.Numbers(new Values(2, 1, new double[] {3, 4})));

        String sha256 = datasets.keep(examples);

        assertThat(datasets.examples(sha256)).usingRecursiveComparison().isEqualTo(examples);
        assertThat(needed(sha256)).isFalse();
        assertThatThrownBy(() -> datasets.examples("ef".repeat(32))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void givesTheNumbersOfWhatIsBuiltIn() {
        Examples digits =
                datasets.examples(datasets.find("digits").orElseThrow().sha256());

        assertThat(digits.x().columns()).isEqualTo(64);
        assertThat(((Targets.Classes) digits.targets()).count()).isEqualTo(10);
    }
}
