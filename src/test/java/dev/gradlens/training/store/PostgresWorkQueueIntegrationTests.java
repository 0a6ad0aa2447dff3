package dev.gradlens.training.store;

import dev.gradlens.RealPostgres;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On PostgreSQL. */
class PostgresWorkQueueIntegrationTests extends WorkQueueContract {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealPostgres.register(registry);
    }
}
