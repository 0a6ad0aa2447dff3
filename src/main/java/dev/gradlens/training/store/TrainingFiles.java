package dev.gradlens.training.store;

import dev.gradlens.volume.FileReferences;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of examples and of what a training resumes from. */
final class TrainingFiles implements FileReferences {
    private final JdbcClient database;

    TrainingFiles(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<String> needed(Collection<String> files) {
        return new HashSet<>(
                database.sql("""
                select data_sha256 from training where data_sha256 in (:files)
                union select resume_sha256 from training where resume_sha256 in (:files)""").param("files", files).query(String.class).list());
    }
}
