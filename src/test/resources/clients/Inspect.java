import client.ApiClient;
import client.api.InspectionsApi;
import client.model.Activation;
import client.model.ActivationName;
import client.model.Batch;
import client.model.BatchNormalization;
import client.model.DenseLayer;
import client.model.InspectionAnswer;
import client.model.InspectionRequest;
import client.model.Layer;
import client.model.LayerParameters;
import client.model.Loss;
import client.model.Network;
import client.model.Normalization;
import client.model.Parameters;
import client.model.Real;
import client.model.VectorInput;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Makes one inspection by the generated client, and prints the request, the verdict and the gradient of Z, a line each. */
final class Inspect {
    public static void main(String[] arguments) throws Exception {
        InspectionsApi inspections = new InspectionsApi(new ApiClient().setBasePath(arguments[0]));
        InspectionRequest request = request();

        InspectionAnswer answer = inspections.inspect(request, null);

        System.out.println(request.toJson());
        System.out.println(answer.getGradientCheck().getVerdict());
        System.out.println(numbers(answer.getLayers().getFirst().getBackward().getdZ()));
    }

    private static InspectionRequest request() {
        LayerParameters parameters = new LayerParameters()
                .W(matrix(new double[][] {{0.5, -1}}))
                .b(new VectorInput(vector(0.25)));
        Batch batch = new Batch()
                .X(matrix(new double[][] {{1, 2}, {3, 4}, {-1, 0.5}}))
                .Y(matrix(new double[][] {{0.5}, {-0.5}, {0.25}}));
        return new InspectionRequest()
                .network(network())
                .parameters(new Parameters().addLayersItem(parameters))
                .batch(batch);
    }

    private static Network network() {
        DenseLayer layer = new DenseLayer()
                .type(DenseLayer.TypeEnum.DENSE)
                .units(1)
                .normalization(new Normalization(new BatchNormalization().type(BatchNormalization.TypeEnum.BATCH)))
                .activation(new Activation(ActivationName.TANH));
        return new Network().inputs(2).addLayersItem(new Layer(layer)).loss(Loss.HALF_MEAN_SQUARED_ERROR);
    }

    private static List<List<BigDecimal>> matrix(double[][] rows) {
        return Arrays.stream(rows).map(Inspect::vector).toList();
    }

    private static List<BigDecimal> vector(double... numbers) {
        return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
    }

    private static List<List<Object>> numbers(List<List<Real>> matrix) {
        return matrix.stream()
                .map(row -> row.stream().map(Real::getActualInstance).toList())
                .toList();
    }
}
