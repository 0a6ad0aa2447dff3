package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One change at each place of each sound request: some 1770 requests. */
class MalformedIntegrationTests extends ServiceTest {
    static final Set<String> NAMES = Set.copyOf(Sound.NAMES);
    private static final Set<String> REQUIRED =
            Set.of("network", "parameters", "batch", "inputs", "layers", "loss", "type", "units", "W", "X", "upstream");

    /** A place in a sound request. */
    record At(String request, String pointer) {
        ObjectNode sound() {
            return Sound.of(request);
        }

        JsonNode value() {
            return sound().at(pointer);
        }

        /** Whether a pointer leads here, within, or to the array of which this is an item. */
        boolean isMeantBy(String fault) {
            return (fault + "/").startsWith(pointer + "/") || pointer.matches(fault + "/\\d+");
        }

        String name() {
            return pointer.substring(pointer.lastIndexOf('/') + 1);
        }
    }

    static Stream<At> places() {
        return Sound.NAMES.stream()
                .flatMap(name -> Edit.places(Sound.of(name)).stream().map(pointer -> new At(name, pointer)));
    }

    static Stream<At> members() {
        return places().filter(at -> !at.name().matches("\\d+"));
    }

    static Stream<At> objects() {
        return places().filter(at -> at.value().isObject());
    }

    static Stream<At> words() {
        return places().filter(at -> at.value().isString());
    }

    static Stream<At> numbers() {
        return places().filter(at -> at.value().isNumber());
    }

    static Stream<At> rows() {
        return places().filter(at -> at.value().isArray() && !at.pointer().startsWith("/include"));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void answersWhatIsSound(String name) throws Exception {
        client.inspect(Sound.of(name));
    }

    @ParameterizedTest
    @MethodSource("places")
    void refusesValuesThatBelongNowhere(At at) throws Exception {
        for (String value : new String[] {"\"nonsense\"", "{\"nonsense\": 1}", "null", "[[[1]]]", "1e400"}) {
            JsonNode problem = client.refuse(Edit.put(at.sound(), at.pointer(), value), 422, "invalid-request");

            assertThat(InspectionClient.pointers(problem)).as(value).anyMatch(at::isMeantBy);
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void namesWhatIsMissing(At at) throws Exception {
        HttpResponse<String> answer = client.post(Edit.remove(at.sound(), at.pointer()));

        assertThat(answer.statusCode()).isIn(REQUIRED.contains(at.name()) ? Set.of(422) : Set.of(200, 422));
        if (REQUIRED.contains(at.name())) {
            JsonNode problem = InspectionClient.problem(answer, "invalid-request");
            assertThat(InspectionClient.pointers(problem)).contains(at.pointer());
        }
    }

    @ParameterizedTest
    @MethodSource("objects")
    void namesFieldsThatItDoesNotKnow(At at) throws Exception {
        ObjectNode request = Edit.put(at.sound(), at.pointer() + "/a~1b", "1");

        JsonNode problem = client.refuse(request, 422, "invalid-request");

        assertThat(InspectionClient.pointers(problem)).containsExactly(at.pointer() + "/a~1b");
    }

    @ParameterizedTest
    @MethodSource("words")
    void takesNamesAsTheyAreWrittenOnly(At at) throws Exception {
        String word = at.value().stringValue();
        for (String other : new String[] {word.toUpperCase(Locale.ROOT), word + " ", ""}) {
            JsonNode problem =
                    client.refuse(Edit.put(at.sound(), at.pointer(), "\"" + other + "\""), 422, "invalid-request");

            assertThat(InspectionClient.pointers(problem)).contains(at.pointer());
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void neverFailsAtExtremeNumbers(At at) throws Exception {
        for (String number :
                new String[] {"1e308", "-1e308", "5e-324", "1e-400", "-0.0", "123456789012345678901234567890"}) {
            HttpResponse<String> answer = client.post(Edit.put(at.sound(), at.pointer(), number));

            assertThat(answer.statusCode()).as(number + answer.body()).isIn(200, 422);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refusesArraysThatAreTooShort(At at) throws Exception {
        ObjectNode request = at.sound();
        ((ArrayNode) request.at(at.pointer())).remove(0);

        client.refuse(request, 422, "invalid-request");
    }
}
