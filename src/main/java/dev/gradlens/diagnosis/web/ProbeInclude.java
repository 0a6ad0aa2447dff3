package dev.gradlens.diagnosis.web;

/** What a probe's answer may hold beside the request. */
enum ProbeInclude {
    /** Every tensor of its forward and backward pass. */
    TENSORS
}
