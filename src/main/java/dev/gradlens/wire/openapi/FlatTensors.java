package dev.gradlens.wire.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Schemas of tensors that are objects. All forms of an answer are one schema: to typed clients every field more or less
 * still fits, and they take what fits more than one alternative for an error. Those of a request are one each, since such
 * clients send an empty array for one that they were not given.
 */
final class FlatTensors {
    static final String WRITTEN = "FlatTensor";
    static final String FLAT_INPUT = "FlatTensorInput";
    static final String COMPUTED_FLAT_INPUT = "ComputedFlatTensorInput";
    static final String BASE64_INPUT = "Base64TensorInput";
    private static final String HISTOGRAM = "Histogram";
    private static final String BASE64 =
            "the bits of the numbers in IEEE 754, row by row, little-endian, in the standard"
                    + " alphabet, padded, without line breaks";

    private FlatTensors() {}

    /** All of them by their names. */
    static Map<String, Schema<?>> all() {
        return Map.of(
                WRITTEN,
                written(),
                FLAT_INPUT,
                flatInput(),
                COMPUTED_FLAT_INPUT,
                computedFlatInput(),
                BASE64_INPUT,
                base64Input(),
                HISTOGRAM,
                histogram());
    }

    private static Schema<?> written() {
        Schema<?> schema =
                withShape("A tensor in the form that the request's `tensors.format` names: datatype and data in"
                        + " `flat`, datatype and base64 in `base64`, all the others in `summary`, which tells of the finite numbers"
                        + " and has none of min, max, mean, std, norm and histogram where there are none.");
        schema.addProperty("datatype", datatype("FP64", "FP32"));
        schema.addProperty("data", Tensors.reals().description("The numbers, row by row."));
        schema.addProperty("base64", Parts.of(Parts.STRING, "byte").description("What can be sent: " + BASE64 + "."));
        addSummary(schema);
        return schema;
    }

    private static void addSummary(Schema<?> schema) {
        schema.addProperty("min", number("The least."));
        schema.addProperty("max", number("The greatest."));
        schema.addProperty("mean", number("The mean."));
        schema.addProperty("std", number("The standard deviation of a population, which divides by n."));
        schema.addProperty(
                "norm",
                Parts.reference(Tensors.REAL)
                        .description("The root of the sum of squares, `\"Infinity\"` beyond the range of a double."));
        schema.addProperty("zeros", count().description("How many are 0, of either sign."));
        schema.addProperty("nonFinite", count().description("How many entries are NaN or infinite."));
        schema.addProperty("histogram", Parts.reference(HISTOGRAM).description("How they are distributed."));
    }

    private static Schema<?> flatInput() {
        Schema<?> data = Parts.filled(Parts.of(Parts.NUMBER))
                .description(
                        "The numbers, row by row, as many as the shape has. Those of FP32 are rounded to it; those of"
                                + " INT64 have to be integers that a double holds exactly.");
        return sent("A tensor with its numbers in one array.", "data", data);
    }

    private static Schema<?> computedFlatInput() {
        Schema<?> data = Parts.filled(Parts.reference(Tensors.REAL))
                .description("The numbers, row by row, as many as the shape has.");
        return sent("A tensor that the client computed, with its numbers in one array.", "data", data);
    }

    private static Schema<?> base64Input() {
        Schema<?> bytes = Parts.of(Parts.STRING, "byte")
                .description("As in an answer: " + BASE64 + "; INT64 in two's complement.");
        return sent("A tensor with the bytes of its numbers, the form for typed clients.", "base64", bytes);
    }

    private static Schema<?> sent(String text, String name, Schema<?> numbers) {
        Schema<?> schema = withShape(text);
        schema.addProperty("datatype", datatype("FP64", "FP32", "INT64")).addRequiredItem("datatype");
        schema.addProperty(name, numbers).addRequiredItem(name);
        return schema.additionalProperties(false);
    }

    private static Schema<?> histogram() {
        Schema<?> schema = Parts.of("object")
                .description("Ten bins of equal width from the least to the greatest, as `numpy.histogram` has them; of"
                        + " equal numbers, a range of 1 around them, or a wider one where doubles lie farther apart.");
        Schema<?> edges = Parts.array(Parts.of(Parts.NUMBER, "double"));
        schema.addProperty("edges", edges.description("The edges of the bins, one more than there are."));
        schema.addProperty(
                "counts",
                Parts.array(count())
                        .description("Numbers in each; one on an edge belongs to the bin above it, the greatest to the"
                                + " last."));
        schema.addRequiredItem("edges");
        schema.addRequiredItem("counts");
        return schema;
    }

    private static Schema<?> withShape(String text) {
        Schema<?> shape = Parts.filled(Parts.of(Parts.INTEGER, "int64").minimum(BigDecimal.ONE))
                .description("The lengths of its axes, the outermost first.");
        return Parts.of("object").description(text).addProperty("shape", shape).addRequiredItem("shape");
    }

    private static Schema<?> datatype(String... names) {
        return Parts.names(List.of(names))
                .description("What the numbers are, by the names of the Open Inference Protocol.");
    }

    private static Schema<?> number(String text) {
        return Parts.of(Parts.NUMBER, "double").description(text);
    }

    private static Schema<?> count() {
        return Parts.of(Parts.INTEGER, "int32").minimum(BigDecimal.ZERO);
    }
}
