package dev.gradlens.wire.http;

import dev.gradlens.wire.admission.ComputePool;
import dev.gradlens.wire.admission.MemoryBudget;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Shows how near the service is to refusing requests. */
final class LoadMetrics implements MeterBinder {
    private final ComputePool pool;
    private final MemoryBudget memory;

    LoadMetrics(ComputePool pool, MemoryBudget memory) {
        this.pool = pool;
        this.memory = memory;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("gradlens.compute.running", pool, ComputePool::running)
                .description("Computations that run now")
                .register(registry);
        Gauge.builder("gradlens.compute.waiting", pool, ComputePool::waiting)
                .description("Computations that wait for a thread")
                .register(registry);
        Gauge.builder("gradlens.memory.held", memory, MemoryBudget::held)
                .baseUnit("bytes")
                .description("Memory that the requests in flight hold")
                .register(registry);
    }
}
