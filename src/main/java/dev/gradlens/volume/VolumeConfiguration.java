package dev.gradlens.volume;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
class VolumeConfiguration {

    /** Unless the settings name a database. */
    @Bean
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
    JdbcConnectionDetails embeddedDatabase(DataSettings settings) {
        return new EmbeddedDatabase(settings.directory());
    }

    /** Files, once it is known that they are this database's. */
    @Bean
    DataVolume dataVolume(DataSettings settings, JdbcClient database, TransactionOperations transactions) {
        new VolumeIdentity(database, transactions, settings.directory()).check();
        return new DataVolume(settings.directory());
    }

    @Bean(destroyMethod = "close")
    SweepSchedule sweepSchedule(DataVolume volume, List<FileReferences> references) {
        return SweepSchedule.start(new Sweeper(volume, references));
    }
}
