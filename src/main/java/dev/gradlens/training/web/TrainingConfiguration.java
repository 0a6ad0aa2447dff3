package dev.gradlens.training.web;

import dev.gradlens.dataset.Datasets;
import dev.gradlens.model.Models;
import dev.gradlens.training.RecipeReader;
import dev.gradlens.training.StartStandardization;
import dev.gradlens.training.TrainingHistory;
import dev.gradlens.training.Trainings;
import dev.gradlens.training.WorkQueue;
import dev.gradlens.wire.admission.ComputePool;
import dev.gradlens.wire.admission.WireLimits;
import dev.gradlens.wire.json.JsonReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {

    @Bean
    TrainingText trainingText(JsonMapper json, JsonReader reader) {
        return new TrainingText(json, reader);
    }

    @Bean
    TrainingWriter trainingWriter(TrainingText texts) {
        return new TrainingWriter(texts);
    }

    @Bean
    RecipeReader recipeReader(TrainingText texts) {
        return new EffectiveRecipe(texts);
    }

    @Bean
    StartStandardization startStandardization(Datasets datasets) {
        return new StartStandardization(datasets);
    }

    @Bean
    TrainingDesk trainingDesk(
            Datasets datasets,
            TrainingLimitSettings limits,
            WireLimits wire,
            TrainingText texts,
            Trainings trainings,
            Models models,
            StartStandardization standardization,
            ComputePool pool) {
        TrainingReader reader = new TrainingReader(datasets, new TrainingLimits(limits, wire));
        return new TrainingDesk(reader, texts, trainings, models, standardization, pool);
    }

    @Bean(destroyMethod = "close")
    EventWatch eventWatch(TrainingHistory history, WorkQueue queue) {
        return new EventWatch(history, queue);
    }
}
