package dev.gradlens.wire.tensors;

import tools.jackson.core.JsonGenerator;

/**
 * Writes {@code {shape, min, max, mean, std, norm, zeros, nonFinite, histogram}}; what is told of finite numbers is
 * absent where there are none. The least and the greatest are entries, and written like them, and so are the edges between
 * them; the others are computed, in float64.
 */
final class SummaryWriter {
    private SummaryWriter() {}

    static void write(Tensor tensor, JsonGenerator json) {
        Summary summary = Summary.of(tensor);
        json.writeStartObject();
        TensorSerializer.writeShape(tensor, json);
        summary.finite().ifPresent(finite -> writeFinite(finite, tensor.isSingle(), json));
        json.writeNumberProperty("zeros", summary.zeros());
        json.writeNumberProperty("nonFinite", summary.nonFinite());
        summary.finite().ifPresent(finite -> writeHistogram(finite.histogram(), tensor.isSingle(), json));
        json.writeEndObject();
    }

    private static void writeFinite(Summary.Finite finite, boolean single, JsonGenerator json) {
        json.writeName("min");
        new Real(finite.min(), single).write(json);
        json.writeName("max");
        new Real(finite.max(), single).write(json);
        json.writeNumberProperty("mean", finite.moments().mean());
        json.writeNumberProperty("std", finite.moments().std());
        json.writeNumberProperty("norm", finite.moments().norm());
    }

    private static void writeHistogram(Histogram histogram, boolean single, JsonGenerator json) {
        json.writeObjectPropertyStart("histogram");
        json.writeArrayPropertyStart("edges");
        for (double edge : histogram.edges()) {
            new Real(edge, single).write(json);
        }
        json.writeEndArray();
        json.writeName("counts");
        json.writeArray(histogram.counts(), 0, histogram.counts().length);
        json.writeEndObject();
    }
}
