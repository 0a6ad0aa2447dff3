package dev.gradlens.training.run;

import dev.gradlens.dataset.Datasets;
import dev.gradlens.model.Models;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.training.RecipeReader;
import dev.gradlens.training.TrainingHistory;
import dev.gradlens.training.TrainingSettings;
import dev.gradlens.training.WorkQueue;
import dev.gradlens.training.WorkQueue.Counts;
import dev.gradlens.volume.DataVolume;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToLongFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

    @Bean(destroyMethod = "close")
    LeaseKeeper leaseKeeper(WorkQueue queue) {
        return LeaseKeeper.start(queue);
    }

    @Bean
    Workshop workshop(
            WorkQueue queue,
            TrainingHistory history,
            RecipeReader recipes,
            Datasets datasets,
            Models models,
            DataVolume volume,
            KernelsProvider provider) {
        StoredProgress stored = new StoredProgress(queue, models, volume);
        return new Workshop(queue, history, recipes, datasets, models, stored, provider);
    }

    @Bean
    Workers workers(
            WorkQueue queue, Workshop workshop, LeaseKeeper leases, MeterRegistry meters, TrainingSettings settings) {
        gauge(meters, queue, "waiting", "Trainings that wait for a worker, on all instances", Counts::waiting);
        gauge(meters, queue, "held", "Trainings that a worker holds, on all instances", Counts::held);
        gauge(meters, queue, "lost", "Trainings whose lease has run out and that nobody took over yet", Counts::lost);
        Gauge.builder("gradlens.trainings.here", leases, LeaseKeeper::count)
                .description("Trainings that this instance works at")
                .register(meters);
        Counter steps = Counter.builder("gradlens.trainings.steps")
                .description("Steps taken by this instance")
                .register(meters);
        return new Workers(queue, workshop, leases, steps, settings.workersHere());
    }

    private static void gauge(
            MeterRegistry meters, WorkQueue queue, String name, String description, ToLongFunction<Counts> number) {
        Gauge.builder("gradlens.trainings." + name, queue, of -> number.applyAsLong(of.counts()))
                .description(description)
                .register(meters);
    }
}
