package dev.gradlens.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BackwardRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientScaleTests {

    private static final int EXAMPLES = 7;

    private static Setup setup(Loss loss) {
        DenseSpec layer = new DenseSpec(3, true, Normalizations.batchNorm(), new Tanh());
        return RandomSetups.filled(new NetworkSpec(2, List.of(layer), loss, 0.3), EXAMPLES, 5);
    }

    private static Node node(Kind kind) {
        return kind == Kind.X ? Node.X : new Node(0, kind);
    }

    @ParameterizedTest
    @EnumSource
    void leavesEveryGradientOfJ(Kind kind) {
        double factor = GradientScale.COST.factor(node(kind), setup(new MeanSquaredError()));

        assertThat(factor).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void movesTheMeanIntoTheParameters(Kind kind) {
        double factor = GradientScale.MEAN_IN_PARAMETERS.factor(node(kind), setup(new MeanSquaredError()));

        boolean parameter = List.of(Kind.W, Kind.B, Kind.GAMMA, Kind.BETA).contains(kind);
        assertThat(factor).isEqualTo(parameter ? 1 : EXAMPLES);
    }

    @ParameterizedTest
    @EnumSource
    void hasNoMeanToMoveOfAGivenGradient(Kind kind) {
        double factor = GradientScale.MEAN_IN_PARAMETERS.factor(node(kind), setup(new Upstream()));

        assertThat(factor).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void scalesWhatIsShown(Kind kind) {
        Setup setup = setup(new MeanSquaredError());

        InspectionResult ofJ = Inspections.of(setup);
        InspectionResult shown = Inspections.of(setup, BackwardRule.EXACT, GradientScale.MEAN_IN_PARAMETERS);

        double factor = GradientScale.MEAN_IN_PARAMETERS.factor(node(kind), setup);
        assertThat(shown.gradients().get(node(kind)).rowMajor())
                .containsExactly(ofJ.gradients().get(node(kind)).times(factor).rowMajor());
    }
}
