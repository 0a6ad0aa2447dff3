package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Finding;
import dev.gradlens.diagnosis.Fit;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.PartingBatch;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.Verdict;
import dev.gradlens.network.Batch;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.RecordReader;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.setup.EffectiveConventions;
import dev.gradlens.wire.setup.KnownModels;
import dev.gradlens.wire.setup.SetupReader;
import dev.gradlens.wire.tensors.WireModule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FindingWriterTests {
    private static final Site D_Z = new Site(1, Step.D_Z);
    private static final Finding BARE = new Finding(
            D_Z,
            true,
            Verdict.CORRECT,
            0,
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Set.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                    .build())
            .addModule(new WireModule())
            .build();

    private static EffectiveConventions effective(ObjectNode exercise) {
        Faults faults = new Faults();
        ExerciseForm form = RecordReader.read(
                ExerciseForm.class,
                new JsonReader(64).read(exercise.toString().getBytes(StandardCharsets.UTF_8)),
                Place.root(faults));
        return new ExerciseReader(new SetupReader(KnownModels.NONE))
                .read(Objects.requireNonNull(form), faults)
                .effective();
    }

    private JsonNode written(Finding finding, ObjectNode exercise) {
        FindingWriter writer = new FindingWriter(new MistakePages(MistakeTexts.shipped()), effective(exercise));
        return json.readTree(json.writeValueAsBytes(writer.write(finding)));
    }

    private static Finding with(Site site, List<Finding.Worst> worst, Optional<PartingBatch> parting) {
        return new Finding(
                site,
                true,
                Verdict.WRONG,
                0.5,
                List.of(),
                List.of(),
                parting,
                List.of(),
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                worst);
    }

    @Test
    void leavesOutWhatThereIsNotButForLists() {
        assertThat(written(BARE, Homework.exercise()).toString())
                .isEqualTo("{\"layer\":2,\"tensor\":\"dZ\",\"sent\":true,\"verdict\":\"CORRECT\",\"residual\":0.0,"
                        + "\"mistakes\":[],\"followsFrom\":[],\"notExcluded\":[],\"combinations\":[],\"worst\":[]}");
    }

    @Test
    void writesEverythingThereIs() {
        Fit.Coefficient coefficient = new Fit.Coefficient(-1, Optional.of("1/m"), 0, 2);
        Finding full = new Finding(
                Site.D_X,
                false,
                Verdict.WRONG,
                Double.NaN,
                List.of(
                        new Finding.Named(Mistake.Z03, 1e-9, Optional.empty()),
                        new Finding.Named(Mistake.W06, 1e-3, Optional.of("3"))),
                List.of(new Finding.Suspect(Mistake.Z03, D_Z), new Finding.Suspect(Mistake.Z04, Site.D_X)),
                Optional.empty(),
                List.of(D_Z, Site.D_X),
                Set.of(Mistake.Z31, Mistake.G01),
                List.of(new Finding.Combination(
                        List.of(new Finding.Suspect(Mistake.Z03, D_Z), new Finding.Suspect(Mistake.W03, D_Z)), 0.25)),
                Optional.of(
                        new Fit(coefficient, new Fit.Coefficient(0, Optional.empty(), 1, 0), coefficient, 0.1, true)),
                Optional.of("because"),
                List.of());

        JsonNode finding = written(full, Homework.exercise());

        assertThat(finding.has("layer")).isFalse();
        assertThat(finding.get("tensor").stringValue()).isEqualTo("dX");
        assertThat(finding.get("sent").booleanValue()).isFalse();
        assertThat(finding.get("residual").stringValue()).isEqualTo("NaN");
        assertThat(finding.at("/mistakes/0/id").stringValue()).isEqualTo("Z03");
        assertThat(finding.at("/mistakes/0/slug").stringValue()).isEqualTo("statistics-as-constants");
        assertThat(finding.at("/mistakes/0/residual").doubleValue()).isEqualTo(1e-9);
        assertThat(finding.at("/mistakes/0").has("detail")).isFalse();
        assertThat(finding.at("/mistakes/1/detail").stringValue()).isEqualTo("3");
        assertThat(finding.get("indistinguishable").toString())
                .isEqualTo("[{\"id\":\"Z03\",\"layer\":2,\"tensor\":\"dZ\"},{\"id\":\"Z04\",\"tensor\":\"dX\"}]");
        assertThat(finding.get("followsFrom").toString())
                .isEqualTo("[{\"layer\":2,\"tensor\":\"dZ\"},{\"tensor\":\"dX\"}]");
        assertThat(finding.get("notExcluded").toString()).isEqualTo("[\"Z31\",\"G01\"]");
        assertThat(finding.get("combinations").toString())
                .isEqualTo("[{\"ids\":[\"Z03\",\"W03\"],\"at\":[{\"id\":\"Z03\",\"layer\":2,\"tensor\":\"dZ\"},"
                        + "{\"id\":\"W03\",\"layer\":2,\"tensor\":\"dZ\"}],\"residual\":0.25}]");
        assertThat(finding.at("/fit/direct").toString())
                .isEqualTo("{\"constant\":-1.0,\"constantReads\":\"1/m\",\"gammaPower\":0.0,\"sPower\":2.0}");
        assertThat(finding.at("/fit/throughMean").has("constantReads")).isFalse();
        assertThat(finding.at("/fit/withinRounding").booleanValue()).isTrue();
        assertThat(finding.get("reason").stringValue()).isEqualTo("because");
    }

    @Test
    void turnsIndicesOfExamplesAlone() {
        List<Finding.Worst> worst = List.of(new Finding.Worst(1, 2, Double.NaN, 3));

        assertThat(index(D_Z, worst, Homework.exercise())).isEqualTo("[1,2]");
        assertThat(index(D_Z, worst, Homework.exerciseInColumns())).isEqualTo("[2,1]");
        assertThat(index(Site.D_X, worst, Homework.exerciseInColumns())).isEqualTo("[2,1]");
        assertThat(index(new Site(0, Step.D_W), worst, Homework.exerciseInColumns()))
                .isEqualTo("[1,2]");
        assertThat(index(
                        new Site(0, Step.D_GAMMA),
                        List.of(new Finding.Worst(0, 2, 1, 3)),
                        Homework.exerciseInColumns()))
                .isEqualTo("[2]");
    }

    private String index(Site site, List<Finding.Worst> worst, ObjectNode exercise) {
        JsonNode entry = written(with(site, worst, Optional.empty()), exercise).at("/worst/0");
        return entry.get("index").toString();
    }

    @Test
    void writesThePartingBatchInTheFormOfTheRequest() {
        Batch batch = new Batch(new Values(1, 2, new double[] {1, 2}), new Values(1, 2, new double[] {3, 4}));
        Finding finding = with(D_Z, List.of(), Optional.of(new PartingBatch(batch)));

        assertThat(written(finding, Homework.exercise()).get("partedBy").toString())
                .isEqualTo("{\"layout\":\"rows\",\"X\":[[1.0,2.0]],\"Y\":[[3.0,4.0]]}");
        assertThat(written(finding, Homework.exerciseInColumns())
                        .get("partedBy")
                        .toString())
                .isEqualTo("{\"layout\":\"columns\",\"X\":[[1.0],[2.0]],\"Y\":[[3.0],[4.0]]}");
        assertThat(written(finding, Homework.smallExercise()).get("partedBy").toString())
                .isEqualTo("{\"layout\":\"rows\",\"X\":[[1.0,2.0]],\"upstream\":[[3.0,4.0]]}");
    }
}
