package dev.gradlens.wire.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Schemas of the forms of a tensor that are objects. What is base64 in an answer can be sent as it is. */
final class FlatTensors {
    static final String FLAT = "FlatTensor";
    static final String FLAT_INPUT = "FlatTensorInput";
    static final String BASE64 = "Base64Tensor";
    static final String SUMMARY = "TensorSummary";
    private static final String HISTOGRAM = "Histogram";
    private static final List<String> FLOATS = List.of("FP64", "FP32");
    private static final List<String> SENT = List.of("FP64", "FP32", "INT64");

    private FlatTensors() {}

    /** All of them by their names. */
    static Map<String, Schema<?>> all() {
        return Map.of(
                FLAT, flat(),
                FLAT_INPUT, flatInput(),
                BASE64, base64(),
                SUMMARY, summary(),
                HISTOGRAM, histogram());
    }

    private static Schema<?> flat() {
        Schema<?> data = Parts.array(real()).description("The numbers, row by row.");
        return headed("A tensor with its numbers in one array.", FLOATS, "data", data);
    }

    private static Schema<?> flatInput() {
        Schema<?> data = Parts.filled(Parts.of(Parts.NUMBER))
                .description(
                        "The numbers, row by row, as many as the shape has. Those of FP32 are rounded to it; an INT64"
                                + " has to be a number that a double holds exactly.");
        return headed("A tensor with its numbers in one array.", SENT, "data", data)
                .additionalProperties(false);
    }

    private static Schema<?> base64() {
        Schema<?> bytes = Parts.of(Parts.STRING, "byte")
                .description("The numbers in IEEE 754, or two's complement, little-endian, row by row; the standard"
                        + " alphabet, padded, without line breaks.");
        String text = "A tensor with the bits of its numbers, the form for typed clients. It is sent as it is answered;"
                + " NaN and infinities are answered, but may not be sent.";
        return headed(text, SENT, "base64", bytes).additionalProperties(false);
    }

    private static Schema<?> headed(String text, List<String> datatypes, String name, Schema<?> numbers) {
        Schema<?> schema = Parts.of("object").description(text);
        add(schema, "shape", shape());
        add(schema, "datatype", datatype(datatypes));
        add(schema, name, numbers);
        return schema;
    }

    private static Schema<?> summary() {
        Schema<?> schema = Parts.of("object")
                .description(
                        "What a tensor's finite numbers are like. min, max, mean, std, norm and histogram are absent"
                                + " where there are none.");
        add(schema, "shape", shape());
        schema.addProperty("min", number().description("The least."));
        schema.addProperty("max", number().description("The greatest."));
        schema.addProperty("mean", number().description("The mean."));
        schema.addProperty("std", number().description("The standard deviation of a population, which divides by n."));
        schema.addProperty("norm", real().description("The root of the sum of squares."));
        add(schema, "zeros", count().description("How many are 0, of either sign."));
        add(schema, "nonFinite", count().description("How many entries are NaN or infinite."));
        schema.addProperty("histogram", Parts.reference(HISTOGRAM).description("How they are distributed."));
        return schema;
    }

    private static Schema<?> histogram() {
        Schema<?> schema = Parts.of("object")
                .description("Ten bins of equal width from the least to the greatest, as `numpy.histogram` has them; of"
                        + " equal numbers, a range of 1 around them.");
        add(schema, "edges", Parts.array(number()).description("The edges of the bins, one more than there are."));
        add(
                schema,
                "counts",
                Parts.array(count())
                        .description("Numbers in each; one on an edge belongs to the bin above it, the greatest"
                                + " to the last."));
        return schema;
    }

    private static void add(Schema<?> schema, String name, Schema<?> property) {
        schema.addProperty(name, property).addRequiredItem(name);
    }

    private static Schema<?> shape() {
        return Parts.filled(Parts.of(Parts.INTEGER, "int64").minimum(BigDecimal.ONE))
                .description("The lengths of its axes, the outermost first.");
    }

    private static Schema<?> datatype(List<String> names) {
        return Parts.names(names).description("What the numbers are, by the names of the Open Inference Protocol.");
    }

    private static Schema<?> real() {
        return Parts.reference(Tensors.REAL);
    }

    private static Schema<?> number() {
        return Parts.of(Parts.NUMBER, "double");
    }

    private static Schema<?> count() {
        return Parts.of(Parts.INTEGER, "int32").minimum(BigDecimal.ZERO);
    }
}
