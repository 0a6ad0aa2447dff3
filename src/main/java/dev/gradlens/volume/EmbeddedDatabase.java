package dev.gradlens.volume;

import java.nio.file.Path;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The database in a file of the data directory, for one instance.
 *
 * <p>It writes through at each commit: with H2's own delay a process that was killed lost what it had acknowledged.
 */
record EmbeddedDatabase(Path directory) implements JdbcConnectionDetails {
    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    @Override
    public String getUsername() {
        return "gradlens";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:h2:file:" + directory.resolve("database").resolve("gradlens") + OPTIONS;
    }
}
