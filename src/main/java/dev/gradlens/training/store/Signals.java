package dev.gradlens.training.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells those of this instance who wait that something was committed, so that they need not wait for their next look. */
final class Signals {
    private final List<Runnable> work = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> events = new CopyOnWriteArrayList<>();

    void onWork(Runnable listener) {
        work.add(listener);
    }

    void onEvent(Consumer<String> listener) {
        events.add(listener);
    }

    void work() {
        work.forEach(Runnable::run);
    }

    void event(String training) {
        events.forEach(listener -> listener.accept(training));
    }
}
