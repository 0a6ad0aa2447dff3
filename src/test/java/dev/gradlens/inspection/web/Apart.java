package dev.gradlens.inspection.web;

import dev.gradlens.wire.arrays.ArrayFiles;
import dev.gradlens.wire.arrays.ArrayFormat;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.Shape;
import dev.gradlens.wire.arrays.npz.NpzFormat;
import dev.gradlens.wire.arrays.safetensors.SafetensorsFormat;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request of which all tensors were taken out. Parameters without tensors stay where they are.
 *
 * @param request the rest
 * @param arrays the tensors
 */
record Apart(ObjectNode request, List<NamedArray> arrays) {
    static Apart of(JsonNode whole) {
        return of(whole, Datatype.F64);
    }

    static Apart of(JsonNode whole, Datatype datatype) {
        ObjectNode request = (ObjectNode) whole.deepCopy();
        List<NamedArray> arrays = new ArrayList<>();
        ObjectNode batch = (ObjectNode) request.get("batch");
        for (String name : List.of("X", "Y", "labels", "upstream")) {
            if (batch.has(name)) {
                arrays.add(array(name, batch.remove(name), datatype));
            }
        }
        JsonNode layers = request.at("/parameters/layers");
        if (layers.valueStream().anyMatch(layer -> !layer.isEmpty())) {
            request.remove("parameters");
        }
        for (int l = 1; l <= layers.size(); l++) {
            for (var parameter : layers.get(l - 1).properties()) {
                arrays.add(array(parameter.getKey() + l, parameter.getValue(), datatype));
            }
        }
        return new Apart(request, arrays);
    }

    static NamedArray array(String name, JsonNode tensor) {
        return array(name, tensor, Datatype.F64);
    }

    private static NamedArray array(String name, JsonNode tensor, Datatype datatype) {
        double[] values = AnswerTensors.numbers(tensor).toArray();
        Shape shape =
                tensor.get(0).isArray() ? Shape.of(tensor.size(), tensor.get(0).size()) : Shape.of(tensor.size());
        return new NamedArray(name, shape, datatype, values);
    }

    byte[] file(String form) {
        return ArrayFiles.written(format(form), "{}", arrays.toArray(NamedArray[]::new));
    }

    static ArrayFormat format(String form) {
        return form.equals("npz") ? new NpzFormat() : new SafetensorsFormat();
    }

    Parcel parcel(String form) {
        return Parcel.of(request.toString(), file(form), "application/x-" + form);
    }
}
