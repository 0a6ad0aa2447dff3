package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Rounding;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.Submission;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.Work;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.RecordReader;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.setup.KnownModels;
import dev.gradlens.wire.setup.SetupReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DiagnosisReaderTests {

    private static DiagnosisReader.Read read(ObjectNode request) {
        Faults faults = new Faults();
        DiagnosisForm form = RecordReader.read(
                DiagnosisForm.class,
                new JsonReader(64).read(request.toString().getBytes(StandardCharsets.UTF_8)),
                Place.root(faults));
        return new DiagnosisReader(new SetupReader(KnownModels.NONE))
                .read(new Posted<>(Objects.requireNonNull(form), faults));
    }

    private static ObjectNode sending(ObjectNode exercise, String gradients) {
        exercise.set("gradients", DiagnosisClient.JSON.readTree(gradients));
        return exercise;
    }

    @Test
    void turnsExamplesIntoRowsAndNothingElse() {
        JsonNode dZ = Homework.matrix(4, 5, 1);
        JsonNode dW = Homework.matrix(4, 3, 2);
        ObjectNode request = sending(
                Homework.exerciseInColumns(),
                "{\"layers\":[{\"dZ\":%s,\"dW\":%s,\"dmu\":[[1],[2],[3],[4]]}],\"dX\":%s}"
                        .formatted(dZ, dW, Homework.matrix(5, 3, 3)));

        Submission submission = read(request).submission();

        assertThat(submission.tensors()).hasSize(4);
        assertShape(submission, new Site(0, Step.D_Z), 5, 4);
        assertThat(tensor(submission, new Site(0, Step.D_Z)).at(3, 1))
                .isEqualTo(dZ.get(1).get(3).doubleValue());
        assertShape(submission, new Site(0, Step.D_W), 4, 3);
        assertShape(submission, new Site(0, Step.D_MU), 1, 4);
        assertShape(submission, Site.D_X, 3, 5); // sent with examples in rows, by mistake: turned like any other
    }

    private static Values tensor(Submission submission, Site site) {
        return Objects.requireNonNull(submission.tensors().get(site));
    }

    private static void assertShape(Submission submission, Site site, int rows, int columns) {
        assertThat(tensor(submission, site).rows()).isEqualTo(rows);
        assertThat(tensor(submission, site).columns()).isEqualTo(columns);
    }

    @Test
    void takesARoundingForWhatItIs() {
        ObjectNode request = sending(Homework.smallExercise(), "{\"layers\":[{\"dbeta\":[1,2,3,4,5]}]}");

        assertThat(read(request).submission().rounding()).isEmpty();
        request.putObject("rounding").put("decimals", 0);
        assertThat(read(request).submission().rounding()).contains(new Rounding.Decimals(0));
        request.putObject("rounding").put("significantDigits", 17);
        assertThat(read(request).submission().rounding()).contains(new Rounding.SignificantDigits(17));
    }

    @Test
    void roundsTheSetupToThePrecisionAndNothingElse() {
        ObjectNode request = sending(Homework.smallExercise(), "{\"layers\":[{\"dbeta\":[0.1,2,3,4,5]}]}");
        request.put("precision", "float32");
        double sent = request.at("/batch/X/0/0").doubleValue();

        DiagnosisReader.Read read = read(request);

        Exercise exercise = read.exercise().exercise();
        assertThat(exercise.setup().batch().x().at(0, 0))
                .isEqualTo((float) sent)
                .isNotEqualTo(sent);
        assertThat(tensor(read.submission(), new Site(0, Step.D_BETA)).at(0, 0)).isEqualTo(0.1);
    }

    @Test
    void takesTheScaleFromTheConventions() {
        ObjectNode request = sending(Homework.smallExercise(), "{\"layers\":[{\"dbeta\":[1,2,3,4,5]}]}");

        assertThat(read(request).exercise().exercise().meanInParameters()).isFalse();
        ((ObjectNode) request.get("batch")).put("layout", "rows");
        request.put("conventions", "course");
        assertThat(read(request).exercise().exercise().meanInParameters()).isTrue();
        request.put("gradientScale", "cost");
        assertThat(read(request).exercise().exercise().meanInParameters()).isFalse();
    }

    @Test
    void estimatesMoreForMore() {
        Work small = read(sending(Homework.smallExercise(), "{\"layers\":[{\"dbeta\":[1,2,3,4,5]}]}"))
                .exercise()
                .work();
        Work large = read(sending(Homework.exercise(), "{\"layers\":[{\"db\":[1,2,3,4]}]}"))
                .exercise()
                .work();

        assertThat(large.operations()).isGreaterThan(small.operations());
        assertThat(large.bytes()).isGreaterThan(small.bytes());
        assertThat(small.bytes()).isGreaterThan(100L * 8 * 5 * Double.BYTES);
    }
}
