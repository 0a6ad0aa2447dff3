package dev.gradlens.inspection.web;

import dev.gradlens.network.Node;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The tensors that an answer may hold of a layer, in its order. */
enum TensorName {
    Z("Z", Part.FORWARD, Extent.EXAMPLES),
    MU("mu", Part.FORWARD, Extent.VECTOR),
    SIGMA2("sigma2", Part.FORWARD, Extent.VECTOR),
    Z_NORM("Znorm", Part.FORWARD, Extent.EXAMPLES),
    Z_TILDA("Ztilda", Part.FORWARD, Extent.EXAMPLES),
    A("A", Part.FORWARD, Extent.EXAMPLES),
    RUNNING_MEAN("runningMean", Part.FORWARD, Extent.VECTOR),
    RUNNING_VARIANCE("runningVariance", Part.FORWARD, Extent.VECTOR),
    D_A(Node.Kind.A, Extent.EXAMPLES),
    D_Z_TILDA(Node.Kind.Z_TILDA, Extent.EXAMPLES),
    D_Z_NORM(Node.Kind.Z_NORM, Extent.EXAMPLES),
    D_SIGMA2(Node.Kind.SIGMA2, Extent.VECTOR),
    D_MU(Node.Kind.MU, Extent.VECTOR),
    D_Z(Node.Kind.Z, Extent.EXAMPLES),
    D_W(Node.Kind.W, Extent.WEIGHTS),
    D_B(Node.Kind.B, Extent.VECTOR),
    D_GAMMA(Node.Kind.GAMMA, Extent.VECTOR),
    D_BETA(Node.Kind.BETA, Extent.VECTOR),
    DIRECT("direct", Part.PATHS, Extent.EXAMPLES),
    THROUGH_MEAN("throughMean", Part.PATHS, Extent.EXAMPLES),
    THROUGH_VARIANCE("throughVariance", Part.PATHS, Extent.EXAMPLES),
    W("W", Part.PARAMETERS, Extent.WEIGHTS),
    B("b", Part.PARAMETERS, Extent.VECTOR),
    GAMMA("gamma", Part.PARAMETERS, Extent.VECTOR),
    BETA("beta", Part.PARAMETERS, Extent.VECTOR),
    JACOBIAN("jacobian", Part.JACOBIAN, Extent.JACOBIAN);

    /** The gradient of X, which belongs to no layer. */
    static final String OF_X = Names.gradient(Node.Kind.X);

    private final String wire;
    private final Part part;
    private final Extent extent;

    /** Where in an answer it stands. */
    enum Part {
        FORWARD,
        BACKWARD,
        PATHS,
        PARAMETERS,
        JACOBIAN
    }

    /** How large it is. */
    enum Extent {
        /** A number for each example and unit. */
        EXAMPLES,
        /** A number for each unit and input. */
        WEIGHTS,
        /** A number for each unit or each example. */
        VECTOR,
        /** A square matrix for each feature or each example. */
        JACOBIAN
    }

    TensorName(String wire, Part part, Extent extent) {
        this.wire = wire;
        this.part = part;
        this.extent = extent;
    }

    TensorName(Node.Kind of, Extent extent) {
        this(Names.gradient(of), Part.BACKWARD, extent);
    }

    String wire() {
        return wire;
    }

    Part part() {
        return part;
    }

    Extent extent() {
        return extent;
    }

    /** The names on the wire of those of a layer for which something holds. */
    static List<String> where(Predicate<String> holds) {
        return Arrays.stream(values()).map(TensorName::wire).filter(holds).toList();
    }
}
