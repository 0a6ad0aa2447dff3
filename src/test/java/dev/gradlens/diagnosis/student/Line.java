package dev.gradlens.diagnosis.student;

/** A line of code that computes one tensor of a layer. */
interface Line {
    Grid on(Sheet x);
}
