package dev.gradlens.inspection.web;

/** How an answer is written; asking for one that is not here yet is refused rather than answered otherwise. */
enum AnswerFormat {
    JSON
}
