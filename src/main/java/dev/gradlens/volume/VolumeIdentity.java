package dev.gradlens.volume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Holds the database and the data directory together: both know the same name. An instance that sees another directory than
 * the one whose files the database names would find none of them.
 */
final class VolumeIdentity {
    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Path file;

    VolumeIdentity(JdbcClient database, TransactionOperations transactions, Path directory) {
        this.database = database;
        this.transactions = transactions;
        this.file = directory.resolve("volume.id");
    }

    /**
     * Names both where neither has a name; the row is held meanwhile, so that of several instances that start at once one does.
     *
     * @throws VolumeMissingException if they do not belong together
     */
    void check() {
        transactions.executeWithoutResult(_ -> {
            Optional<String> known = database.sql("select id from volume for update")
                    .query((row, _) -> Optional.ofNullable(row.getString("id")))
                    .single();
            Optional<String> seen = seen();
            if (known.isEmpty()) {
                name(seen.orElseGet(this::newName));
            } else if (!known.equals(seen)) {
                throw new VolumeMissingException(
                        "The database belongs to another data directory than " + file.getParent(),
                        "Set gradlens.data-directory to the folder that belongs to this database, on the volume that all"
                                + " instances share; or name another database by spring.datasource.url.");
            }
        });
    }

    private void name(String id) {
        database.sql("update volume set id = :id").param("id", id).update();
    }

    private Optional<String> seen() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String newName() {
        String id = UUID.randomUUID().toString();
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, id + System.lineSeparator());
            return id;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
