package dev.gradlens.training.store;

/** On the embedded database. */
class H2WorkQueueIntegrationTests extends WorkQueueContract {}
