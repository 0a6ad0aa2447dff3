package dev.gradlens;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A PostgreSQL that runs beside the tests, a database of its own for each that asks. */
public final class RealPostgres {
    private static final EmbeddedPostgres SERVER = start();

    private RealPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The address of a new database, whose user is postgres. */
    public static String newDatabase() {
        String name = "test" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** Makes a service use a new database. */
    public static void register(DynamicPropertyRegistry registry) {
        String url = newDatabase();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", () -> "postgres");
    }

    /** A server of its own, which can be stopped and started again. */
    public static Stoppable stoppable(Path directory) {
        return new Stoppable(directory);
    }

    /** See {@link #stoppable}. */
    public static final class Stoppable implements AutoCloseable {
        private final Path directory;
        private final int port;
        private EmbeddedPostgres server;

        private Stoppable(Path directory) {
            this.directory = directory;
            this.server = start(0);
            this.port = server.getPort();
        }

        private EmbeddedPostgres start(int onPort) {
            try {
                EmbeddedPostgres.Builder builder =
                        EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false);
                return (onPort == 0 ? builder : builder.setPort(onPort)).start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /** The address of its database, whose user is postgres. */
        public String url() {
            return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
        }

        public void start() {
            server = start(port);
        }

        public void stop() {
            close();
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
