package dev.gradlens.inspection.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns tensors from one form into another, by code that the service does not have. */
final class Forms {
    private static final Pattern TENSORS = Pattern.compile(
            "/batch/(X|Y|labels|upstream)|/parameters/layers/\\d+/(W|b|gamma|beta|runningMean|runningVariance)");

    private Forms() {}

    /** The same request with every tensor in another form. */
    static ObjectNode changed(ObjectNode request, UnaryOperator<JsonNode> form) {
        for (String place : Edit.places(request)) {
            if (TENSORS.matcher(place).matches()) {
                Edit.put(request, place, form.apply(request.at(place)));
            }
        }
        return request;
    }

    /** {@code {shape, datatype, data}} of nested arrays. */
    static JsonNode flat(JsonNode nested) {
        ObjectNode flat = headed(nested, "FP64");
        AnswerTensors.numbers(nested).forEach(flat.putArray("data")::add);
        return flat;
    }

    /** {@code {shape, datatype, base64}} of nested arrays. */
    static JsonNode base64(JsonNode nested) {
        double[] numbers = AnswerTensors.numbers(nested).toArray();
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        DoubleStream.of(numbers).forEach(bytes::putDouble);
        return headed(nested, "FP64").put("base64", Base64.getEncoder().encodeToString(bytes.array()));
    }

    private static ObjectNode headed(JsonNode nested, String datatype) {
        ObjectNode flat = InspectionClient.JSON.createObjectNode();
        shape(nested).forEach(flat.putArray("shape")::add);
        return flat.put("datatype", datatype);
    }

    private static IntStream shape(JsonNode nested) {
        return nested.isArray()
                ? IntStream.concat(IntStream.of(nested.size()), shape(nested.get(0)))
                : IntStream.empty();
    }

    /** Nested arrays of a tensor of an answer in any form that has its numbers. */
    static JsonNode nested(JsonNode tensor) {
        if (!tensor.isObject()) {
            return tensor;
        }
        List<JsonNode> numbers = tensor.has("data")
                ? tensor.get("data").valueStream().toList()
                : decoded(tensor.get("base64").stringValue());
        int[] shape =
                tensor.get("shape").valueStream().mapToInt(JsonNode::intValue).toArray();
        return shape.length == 1 ? row(numbers) : rows(numbers, shape[1]);
    }

    private static List<JsonNode> decoded(String base64) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
        ArrayNode numbers = InspectionClient.JSON.createArrayNode();
        while (bytes.hasRemaining()) {
            double number = bytes.getDouble();
            if (Double.isFinite(number)) {
                numbers.add(number);
            } else {
                numbers.add(Double.toString(number));
            }
        }
        return numbers.valueStream().toList();
    }

    private static ArrayNode row(List<JsonNode> numbers) {
        return InspectionClient.JSON.createArrayNode().addAll(numbers);
    }

    private static ArrayNode rows(List<JsonNode> numbers, int columns) {
        ArrayNode rows = InspectionClient.JSON.createArrayNode();
        for (int start = 0; start < numbers.size(); start += columns) {
            rows.add(row(numbers.subList(start, start + columns)));
        }
        return rows;
    }
}
