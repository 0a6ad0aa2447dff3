package dev.gradlens.model.store;

import dev.gradlens.model.Model;
import dev.gradlens.tensor.Precision;
import dev.gradlens.volume.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of models. */
final class ModelRows {
    private final JdbcClient database;
    private final RowTexts texts;

    ModelRows(JdbcClient database, RowTexts texts) {
        this.database = database;
        this.texts = texts;
    }

    Optional<Model> find(String id) {
        return database.sql("select * from model where id = :id")
                .param("id", id)
                .query(this::model)
                .optional();
    }

    /** In the order of their numbers, from behind one on. */
    List<Model> after(@Nullable String training, long number, int most) {
        String where = training == null ? "" : " and training = :training";
        return database.sql("select * from model where number > :number" + where + " order by number limit :most")
                .param("number", number)
                .param("training", training)
                .param("most", most)
                .query(this::model)
                .list();
    }

    /** The database gives it its number. */
    void insert(NewModel model) {
        database.sql("""
                        insert into model
                            (id, name, training, step, network, number_format, standardization, sha256, bytes, created_at)
                        values
                            (:id, :name, :training, :step, :network, :precision, :standardization, :sha256, :bytes, :now)""")
                .param("id", model.id())
                .param("name", model.name())
                .param("training", model.training())
                .param("step", model.step())
                .param("network", texts.network(model.content().spec()))
                .param("precision", model.content().precision().name())
                .param("standardization", texts.standardization(model.content().standardization()))
                .param("sha256", model.file().sha256())
                .param("bytes", model.file().bytes())
                .param("now", model.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether there was one to delete. */
    boolean deleteUploaded(String id) {
        return database.sql("delete from model where id = :id and training is null")
                        .param("id", id)
                        .update()
                > 0;
    }

    /** How many there were. */
    int deleteOf(String training) {
        return database.sql("delete from model where training = :training")
                .param("training", training)
                .update();
    }

    /** Those of these files that a row names. */
    Set<String> needed(Collection<String> files) {
        return new HashSet<>(database.sql("select distinct sha256 from model where sha256 in (:files)")
                .param("files", files)
                .query(String.class)
                .list());
    }

    private Model model(ResultSet row, int number) throws SQLException {
        return new Model(
                row.getString("id"),
                row.getLong("number"),
                row.getString("name"),
                row.getString("training"),
                row.getLong("step"),
                texts.network(row.getString("network")),
                Precision.valueOf(row.getString("number_format")),
                texts.standardization(row.getString("standardization")),
                new Stored(row.getString("sha256"), row.getLong("bytes")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
