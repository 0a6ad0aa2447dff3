package dev.gradlens.inspection.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
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
        return flat(nested, "FP64");
    }

    /** The same of a datatype, FP64 or FP32. */
    static JsonNode flat(JsonNode nested, String datatype) {
        ObjectNode flat = headed(nested, datatype);
        AnswerTensors.numbers(nested).forEach(flat.putArray("data")::add);
        return flat;
    }

    /** {@code {shape, datatype, base64}} of nested arrays. */
    static JsonNode base64(JsonNode nested) {
        return base64(nested, "FP64");
    }

    /** The same of a datatype, FP64 or FP32. */
    static JsonNode base64(JsonNode nested, String datatype) {
        double[] numbers = AnswerTensors.numbers(nested).toArray();
        int width = datatype.equals("FP32") ? Float.BYTES : Double.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * width).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            if (width == Float.BYTES) {
                bytes.putFloat((float) number);
            } else {
                bytes.putDouble(number);
            }
        }
        return headed(nested, datatype).put("base64", Base64.getEncoder().encodeToString(bytes.array()));
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
                : decoded(
                        tensor.get("base64").stringValue(),
                        tensor.get("datatype").stringValue().equals("FP32"));
        int[] shape =
                tensor.get("shape").valueStream().mapToInt(JsonNode::intValue).toArray();
        for (int axis = shape.length - 1; axis > 0; axis--) {
            numbers = rows(numbers, shape[axis]).valueStream().toList();
        }
        return row(numbers);
    }

    private static List<JsonNode> decoded(String base64, boolean single) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
        ArrayNode numbers = InspectionClient.JSON.createArrayNode();
        while (bytes.hasRemaining()) {
            double number = single ? bytes.getFloat() : bytes.getDouble();
            if (Double.isFinite(number)) {
                numbers.add(number);
            } else {
                numbers.add(Double.toString(number));
            }
        }
        return numbers.valueStream().toList();
    }

    /** The matrix whose rows are the columns of this one. */
    static ArrayNode transposed(JsonNode matrix) {
        ArrayNode turned = InspectionClient.JSON.createArrayNode();
        for (int j = 0; j < matrix.get(0).size(); j++) {
            ArrayNode row = turned.addArray();
            for (JsonNode line : matrix) {
                row.add(line.get(j));
            }
        }
        return turned;
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
