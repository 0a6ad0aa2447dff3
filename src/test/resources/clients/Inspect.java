import client.ApiClient;
import client.api.InspectionsApi;
import client.model.Activation;
import client.model.ActivationName;
import client.model.Base64TensorInput;
import client.model.Batch;
import client.model.BatchNormalization;
import client.model.DenseLayer;
import client.model.FlatTensor;
import client.model.InspectionAnswer;
import client.model.InspectionRequest;
import client.model.Layer;
import client.model.LayerParameters;
import client.model.Loss;
import client.model.MatrixInput;
import client.model.Network;
import client.model.Normalization;
import client.model.Parameters;
import client.model.TensorFormat;
import client.model.Tensors;
import client.model.VectorInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Makes one inspection by the generated client, with tensors in base64 both ways. Prints the verdict of the check, and shape,
 * type and numbers of the gradient of Z, a line each.
 */
final class Inspect {
    public static void main(String[] arguments) throws Exception {
        InspectionsApi inspections = new InspectionsApi(new ApiClient().setBasePath(arguments[0]));

        InspectionAnswer answer = inspections.inspect(request(), null);

        FlatTensor dZ = answer.getLayers().getFirst().getBackward().getdZ().getFlatTensor();
        System.out.println(answer.getGradientCheck().getVerdict());
        System.out.println(dZ.getShape());
        System.out.println(dZ.getDatatype());
        System.out.println(Arrays.toString(numbers(dZ.getBase64())));
    }

    private static InspectionRequest request() {
        LayerParameters parameters = new LayerParameters()
                .W(new MatrixInput(tensor(List.of(2L, 2L), 0.5, -1, 0.75, 2)))
                .b(new VectorInput(tensor(List.of(2L), 0.25, -0.5)));
        Batch batch = new Batch()
                .X(new MatrixInput(tensor(List.of(3L, 2L), 1, 2, 3, 4, -1, 0.5)))
                .Y(new MatrixInput(tensor(List.of(3L, 2L), 0.5, 0.1, -0.5, 0.2, 0.25, 0.3)));
        return new InspectionRequest()
                .network(network())
                .parameters(new Parameters().addLayersItem(parameters))
                .batch(batch)
                .tensors(new Tensors().format(TensorFormat.BASE64));
    }

    private static Network network() {
        DenseLayer layer = new DenseLayer()
                .type(DenseLayer.TypeEnum.DENSE)
                .units(2)
                .normalization(new Normalization(new BatchNormalization().type(BatchNormalization.TypeEnum.BATCH)))
                .activation(new Activation(ActivationName.TANH));
        return new Network().inputs(2).addLayersItem(new Layer(layer)).loss(Loss.HALF_MEAN_SQUARED_ERROR);
    }

    private static Base64TensorInput tensor(List<Long> shape, double... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers);
        return new Base64TensorInput()
                .shape(shape)
                .datatype(Base64TensorInput.DatatypeEnum.FP64)
                .base64(bytes.array());
    }

    private static double[] numbers(byte[] bytes) {
        DoubleBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        double[] numbers = new double[buffer.remaining()];
        buffer.get(numbers);
        return numbers;
    }
}
