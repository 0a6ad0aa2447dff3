package dev.gradlens.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.dataset.Dataset;
import dev.gradlens.dataset.Feature;
import dev.gradlens.dataset.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the table of data sets does in every database. */
abstract class DatasetRowsContract {
    private static final Instant MOMENT = Instant.parse("2026-01-02T03:04:05.678901Z");

    private DatasetRows rows;

    /** A database, which is emptied before each test. */
    abstract DataSource database();

    @BeforeEach
    void migrate() {
        Flyway flyway =
                Flyway.configure().dataSource(database()).cleanDisabled(false).load();
        flyway.clean();
        flyway.migrate();
        rows = new DatasetRows(JdbcClient.create(database()));
    }

    private static Dataset dataset(Instant createdAt, @Nullable Integer classes) {
        return new Dataset(
                TimeOrderedId.of(createdAt),
                "Blumen 🌼, 'quoted' \"twice\"",
                Kind.UPLOADED,
                3,
                List.of(new Feature("é", -0.1, 1.7e308, 1e-320, 0.30000000000000004)),
                classes,
                classes == null ? List.of() : List.of("a", "b"),
                "ab".repeat(32),
                createdAt,
                5_000_000_000L);
    }

    @Test
    void givesBackWhatItWasGiven() {
        Dataset labelled = dataset(MOMENT, 2);
        Dataset plain = dataset(MOMENT.plusMillis(1), null);

        rows.insert(labelled);
        rows.insert(plain);

        assertThat(rows.find(labelled.id())).contains(labelled);
        assertThat(rows.find(plain.id())).contains(plain);
        assertThat(rows.find(TimeOrderedId.of(MOMENT))).isEmpty();
    }

    @Test
    void listsFromTheOldestOn() {
        Dataset second = dataset(MOMENT.plusMillis(1), 2);
        Dataset first = dataset(MOMENT, 2);
        Dataset third = dataset(MOMENT.plusMillis(2), 2);
        List.of(second, first, third).forEach(rows::insert);

        assertThat(rows.after("", 9)).containsExactly(first, second, third);
        assertThat(rows.after(first.id(), 1)).containsExactly(second);
        assertThat(rows.after(third.id(), 9)).isEmpty();
    }

    @Test
    void goesOnAfterOneThatWasDeleted() {
        Dataset first = dataset(MOMENT, 2);
        Dataset second = dataset(MOMENT.plusMillis(1), 2);
        List.of(first, second).forEach(rows::insert);

        assertThat(rows.delete(first.id())).isTrue();
        assertThat(rows.delete(first.id())).isFalse();
        assertThat(rows.after(first.id(), 9)).containsExactly(second);
    }

    @Test
    void needsTheFilesThatItNames() {
        Dataset dataset = dataset(MOMENT, 2);
        String other = "cd".repeat(32);
        rows.insert(dataset);

        assertThat(rows.needed(Set.of(dataset.sha256(), other))).containsExactly(dataset.sha256());
        rows.delete(dataset.id());
        assertThat(rows.needed(Set.of(dataset.sha256(), other))).isEmpty();
    }
}
