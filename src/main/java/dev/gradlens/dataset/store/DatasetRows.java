package dev.gradlens.dataset.store;

import dev.gradlens.dataset.Dataset;
import dev.gradlens.dataset.Feature;
import dev.gradlens.dataset.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of data sets. */
final class DatasetRows {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    DatasetRows(JdbcClient database) {
        this.database = database;
    }

    Optional<Dataset> find(String id) {
        return database.sql("select * from dataset where id = :id")
                .param("id", id)
                .query(DatasetRows::dataset)
                .optional();
    }

    /** In the order of their ids, from behind one on. */
    List<Dataset> after(String id, int most) {
        return database.sql("select * from dataset where id > :id order by id limit :most")
                .param("id", id)
                .param("most", most)
                .query(DatasetRows::dataset)
                .list();
    }

    void insert(Dataset dataset) {
        database.sql("""
                        insert into dataset
                            (id, name, kind, row_count, features, classes, class_names, sha256, bytes, created_at)
                        values
                            (:id, :name, :kind, :rows, :features, :classes, :classNames, :sha256, :bytes, :createdAt)""")
                .param("id", dataset.id())
                .param("name", dataset.name())
                .param("kind", dataset.kind().name())
                .param("rows", dataset.rows())
                .param("features", JSON.writeValueAsString(dataset.features()))
                .param("classes", dataset.classes())
                .param("classNames", JSON.writeValueAsString(dataset.classNames()))
                .param("sha256", dataset.sha256())
                .param("bytes", dataset.bytes())
                .param("createdAt", inUtc(Objects.requireNonNull(dataset.createdAt())))
                .update();
    }

    /** Whether there was one to delete. */
    boolean delete(String id) {
        return database.sql("delete from dataset where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Those of these files that a row names. */
    Set<String> needed(Collection<String> files) {
        return new HashSet<>(database.sql("select distinct sha256 from dataset where sha256 in (:files)")
                .param("files", files)
                .query(String.class)
                .list());
    }

    private static OffsetDateTime inUtc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Dataset dataset(ResultSet row, int number) throws SQLException {
        return new Dataset(
                row.getString("id"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getInt("row_count"),
                JSON.readValue(row.getString("features"), new TypeReference<List<Feature>>() {}),
                row.getObject("classes", Integer.class),
                JSON.readValue(row.getString("class_names"), new TypeReference<List<String>>() {}),
                row.getString("sha256"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("bytes"));
    }
}
