package dev.gradlens.training.store;

import dev.gradlens.model.Models;
import dev.gradlens.training.TrainingHistory;
import dev.gradlens.training.TrainingSettings;
import dev.gradlens.training.Trainings;
import dev.gradlens.training.WorkQueue;
import dev.gradlens.volume.FileReferences;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
class TrainingStoreConfiguration {

    @Bean
    Signals trainingSignals() {
        return new Signals();
    }

    @Bean
    Trainings trainings(
            JdbcClient database,
            TransactionOperations transactions,
            Models models,
            Signals signals,
            TrainingSettings settings) {
        return new JdbcTrainings(database, transactions, models, signals, settings.queue());
    }

    @Bean
    TrainingHistory trainingHistory(JdbcClient database) {
        return new JdbcHistory(database);
    }

    @Bean
    WorkQueue workQueue(JdbcClient database, TransactionOperations transactions, Signals signals) {
        return new JdbcWorkQueue(database, transactions, signals);
    }

    @Bean
    FileReferences trainingFiles(JdbcClient database) {
        return new TrainingFiles(database);
    }
}
