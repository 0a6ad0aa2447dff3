package dev.gradlens.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.model.Model;
import dev.gradlens.model.ModelContent;
import dev.gradlens.model.ModelFile;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Standardization;
import dev.gradlens.network.activation.LeakyRelu;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import dev.gradlens.volume.DataVolume;
import dev.gradlens.volume.Stored;
import dev.gradlens.volume.Volumes;
import dev.gradlens.wire.UnavailableException;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.tensors.WireModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What models are kept by, on any database. */
abstract class StoredModelsContract {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WireModule()).build();
    private static final NetworkSpec SPEC = new NetworkSpec(
            2,
            List.of(new DenseSpec(
                    1,
                    true,
                    new BatchNorm(
                            new Epsilon(0.1, Epsilon.Placement.OUTSIDE_SQRT),
                            VarianceEstimator.UNBIASED,
                            new RunningAverage(0.3, RunningAverage.Convention.TAKE_NEW, VarianceEstimator.BIASED)),
                    new LeakyRelu(0.2))),
            new MeanSquaredError(),
            0.7);

    @TempDir
    private Path directory;

    private DataSource source;
    private ModelRows rows;
    private StoredModels models;

    /** An empty database. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        source = database();
        Flyway.configure().dataSource(source).load().migrate();
        rows = new ModelRows(JdbcClient.create(source), new RowTexts(JSON));
        models = new StoredModels(rows, volume(), JSON);
    }

    private DataVolume volume() {
        return Volumes.in(directory);
    }

    private static ModelContent content(Precision precision) {
        LayerParameters<Values> layer = new LayerParameters<>(
                new Values(1, 2, new double[] {0.1, Double.NaN}),
                Values.row(-0.0),
                Values.row(1 / 3.0),
                Values.row(Double.NEGATIVE_INFINITY),
                Values.row(4),
                Values.row(Double.MIN_VALUE));
        return new ModelContent(
                SPEC, precision, List.of(layer), new Standardization(Values.row(1 / 3.0, 2), Values.row(0.7, 0)));
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryBit(Precision precision) {
        ModelContent content = content(precision);

        Model model = models.upload("a name", content);
        ModelContent kept = models.content(model.id()).orElseThrow();

        assertSame(kept, content);
        assertThat(model.spec()).isEqualTo(SPEC);
        assertThat(model.precision()).isEqualTo(precision);
        assertThat(model.name()).isEqualTo("a name");
        assertThat(model.training()).isNull();
        assertThat(model.standardization()).usingRecursiveComparison().isEqualTo(content.standardization());
        assertThat(kept.parameters().getFirst().w().at(0, 0)).isEqualTo(precision.round(0.1));
    }

    @Test
    void keepsEqualModelsInOneFile() {
        Model one = models.upload(null, content(Precision.FLOAT64));
        Model another = models.upload(null, content(Precision.FLOAT64));

        assertThat(another.file()).isEqualTo(one.file());
        assertThat(another.id()).isNotEqualTo(one.id());
    }

    @Test
    void addsWithinTheTransactionOfItsCaller() {
        ModelContent content = content(Precision.FLOAT32);
        Stored file = models.write(content);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));

        transaction.executeWithoutResult(status -> {
            models.add("m-1", "t-1", 5, content, file);
            status.setRollbackOnly();
        });
        assertThat(models.find("m-1")).isEmpty();

        transaction.executeWithoutResult(_ -> models.add("m-1", "t-1", 5, content, file));
        Model model = models.find("m-1").orElseThrow();
        assertThat(model.training()).isEqualTo("t-1");
        assertThat(model.step()).isEqualTo(5);
        assertThat(model.file()).isEqualTo(file);
        assertSame(models.content(model), content);
    }

    @Test
    void listsInTheOrderOfMaking() {
        Stored file = models.write(content(Precision.FLOAT64));
        for (String id : List.of("c", "a", "d", "b")) {
            String training = id.equals("b") ? "other" : "one";
            models.add(id, training, 1, content(Precision.FLOAT64), file);
        }

        long a = models.find("a").orElseThrow().number();
        assertThat(ids(models.list(null, 0, 3))).containsExactly("c", "a", "d");
        assertThat(ids(models.list(null, a, 3))).containsExactly("d", "b");
        assertThat(ids(models.list("one", 0, 9))).containsExactly("c", "a", "d");
        assertThat(ids(models.list("one", a, 1))).containsExactly("d");
        assertThat(models.list("none", 0, 9)).isEmpty();
    }

    @Test
    void deletesWhatIsItsCallersToDelete() {
        ModelContent content = content(Precision.FLOAT64);
        String uploaded = models.upload(null, content).id();
        models.add("t1", "one", 1, content, models.write(content));
        models.add("t2", "one", 2, content, models.write(content));
        models.add("t3", "other", 1, content, models.write(content));

        assertThat(models.delete("t1")).isFalse();
        assertThat(models.delete(uploaded)).isTrue();
        assertThat(models.delete(uploaded)).isFalse();
        assertThat(models.deleteOf("one")).isEqualTo(2);
        assertThat(ids(models.list(null, 0, 9))).containsExactly("t3");
    }

    @Test
    void needsTheFilesThatItsRowsName() {
        String file = models.upload(null, content(Precision.FLOAT64)).file().sha256();
        String other = "0".repeat(64);

        assertThat(rows.needed(List.of(file, other))).containsExactly(file);
        assertThat(rows.needed(List.of(other))).isEmpty();
    }

    @Test
    void saysThatAFileIsMissing() {
        ModelContent content = content(Precision.FLOAT64);
        models.add("gone", UUID.randomUUID().toString(), 1, content, new Stored("f".repeat(64), 9));

        assertThatThrownBy(() -> models.content("gone")).isInstanceOf(UnavailableException.class);
    }

    private static void assertSame(ModelContent kept, ModelContent content) {
        assertThat(kept.spec()).isEqualTo(content.spec());
        assertThat(kept.precision()).isEqualTo(content.precision());
        assertThat(bits(kept)).isEqualTo(bits(content));
    }

    private static Map<String, List<Long>> bits(ModelContent content) {
        return ModelFile.of(content).arrays().stream()
                .collect(Collectors.toMap(
                        NamedArray::name,
                        array -> DoubleStream.of(array.values())
                                .mapToObj(Double::doubleToRawLongBits)
                                .toList()));
    }

    private static List<String> ids(List<Model> models) {
        return models.stream().map(Model::id).toList();
    }
}
