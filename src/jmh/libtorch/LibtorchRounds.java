import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BatchNorm1dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * One side of a comparison: libtorch, PyTorch's library in C++, on one thread. Reads and writes as torch_rounds.py
 * does; of its works it has {@code step NETWORK}.
 */
public final class LibtorchRounds {
    private static final int BATCHES = 4;
    private static final double NANOSECONDS = 1e9;

    private record Network(int examples, int... widths) {
        int layers() {
            return widths.length - 1;
        }
    }

    private static final Map<String, Network> NETWORKS = Map.of(
            "small", new Network(64, 64, 32, 16, 10),
            "mid128", new Network(128, 784, 512, 256, 10),
            "mid1024", new Network(1024, 784, 512, 256, 10),
            "large", new Network(512, 2048, 2048, 2048, 10));

    private final List<LinearImpl> linear = new ArrayList<>();
    private final List<BatchNorm1dImpl> norms = new ArrayList<>();
    private final List<Tensor> inputs = new ArrayList<>();
    private final List<Tensor> labels = new ArrayList<>();
    private final SGD optimizer;
    private int taken;

    private LibtorchRounds(Network network) {
        TensorVector parameters = new TensorVector();
        for (int l = 0; l < network.layers(); l++) {
            addLayer(network, l, parameters);
        }
        SGDOptions options = new SGDOptions(0.01);
        options.momentum().put(0.9);
        optimizer = new SGD(parameters, options);
        int[] widths = network.widths();
        for (int i = 0; i < BATCHES; i++) {
            inputs.add(torch.randn(network.examples(), widths[0]));
            labels.add(torch.randint(
                    widths[network.layers()], new long[] {network.examples()}, new TensorOptions(ScalarType.Long)));
        }
    }

    private void addLayer(Network network, int l, TensorVector parameters) {
        int units = network.widths()[l + 1];
        LinearImpl layer = new LinearImpl(network.widths()[l], units);
        linear.add(layer);
        parameters.push_back(layer.weight());
        parameters.push_back(layer.bias());
        if (l < network.layers() - 1) {
            BatchNorm1dImpl norm = new BatchNorm1dImpl(new BatchNormOptions(units));
            norms.add(norm);
            parameters.push_back(norm.weight());
            parameters.push_back(norm.bias());
        }
    }

    /** A step of training: forward, backward, and stochastic gradient descent with momentum 0.9 in float32. */
    private void step() {
        taken = (taken + 1) % BATCHES;
        try (PointerScope scope = new PointerScope()) {
            optimizer.zero_grad();
            Tensor a = inputs.get(taken);
            for (int l = 0; l < linear.size(); l++) {
                a = linear.get(l).forward(a);
                a = l < norms.size() ? torch.relu(norms.get(l).forward(a)) : a;
            }
            torch.cross_entropy_loss(a, labels.get(taken)).backward();
            optimizer.step();
        }
    }

    private String round(double seconds) {
        long start = System.nanoTime();
        long times = 0;
        double elapsed = 0;
        while (times == 0 || elapsed < seconds) {
            step();
            times++;
            elapsed = (System.nanoTime() - start) / NANOSECONDS;
        }
        return times + " " + elapsed / times;
    }

    /** The argument is {@code step NETWORK}. */
    public static void main(String... words) throws IOException {
        Network network = words.length == 2 && words[0].equals("step") ? NETWORKS.get(words[1]) : null;
        if (network == null) {
            throw new IllegalArgumentException("there is no work '%s'".formatted(String.join(" ", words)));
        }
        torch.manual_seed(1);
        torch.set_num_threads(1);
        LibtorchRounds rounds = new LibtorchRounds(network);
        System.out.println("ready");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(rounds.round(Double.parseDouble(line)));
        }
    }
}
