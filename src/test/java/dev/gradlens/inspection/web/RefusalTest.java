package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds a changed request against the one pointer and the sentence that it is to get. */
abstract class RefusalTest extends ServiceTest {

    void assertRefused(String request, String changes, String pointer, String sentence) throws Exception {
        ObjectNode changed = Edit.apply(Sound.of(request), changes);

        JsonNode problem = client.refuse(changed, 422, "invalid-request");

        assertThat(InspectionClient.pointers(problem)).containsExactly(pointer.split(" "));
        assertThat(problem.at("/errors/0/detail").stringValue()).contains(sentence);
    }
}
