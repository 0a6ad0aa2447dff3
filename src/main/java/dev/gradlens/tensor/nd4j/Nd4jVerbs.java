package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseScalarOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.DivOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.SubOp;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erfc;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's operations, each into a result {@code z} of the right shape.
 *
 * <p>Some bring small native arrays of their own (a scalar, the axes), which ND4J leaves to the garbage collector; they
 * are freed here. Pairwise operations broadcast in native code.
 */
final class Nd4jVerbs {
    private Nd4jVerbs() {}

    /** By BLAS, which takes rows as they lie; {@code Nd4j.gemm} would copy its row-major result into columns. */
    static void matmul(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray z) {
        var transposes = MMulTranspose.builder()
                .transposeA(transposeA)
                .transposeB(transposeB)
                .build();
        execute(new Mmul(a, b, z, transposes));
    }

    static void add(INDArray a, INDArray b, INDArray z) {
        execute(new AddOp(a, b, z));
    }

    static void subtract(INDArray a, INDArray b, INDArray z) {
        execute(new SubOp(a, b, z));
    }

    static void multiply(INDArray a, INDArray b, INDArray z) {
        execute(new MulOp(a, b, z));
    }

    static void divide(INDArray a, INDArray b, INDArray z) {
        execute(new DivOp(a, b, z));
    }

    static void add(INDArray a, double c, INDArray z) {
        executeAndFree(new ScalarAdd(a, null, z, c));
    }

    static void multiply(INDArray a, double c, INDArray z) {
        executeAndFree(new ScalarMultiplication(a, null, z, c));
    }

    static void map(Elementary f, INDArray a, INDArray z) {
        Nd4j.getExecutioner().exec(transform(f, a, z));
    }

    static void sum(INDArray a, Axis axis, INDArray z) {
        Sum sum = new Sum(a, z, true, axis == Axis.ROWS ? 0 : 1);
        Nd4j.getExecutioner().exec(sum);
        sum.dimensions().close();
    }

    private static Op transform(Elementary f, INDArray a, INDArray z) {
        return switch (f) {
            case ABS -> new Abs(a, z);
            case EXP -> new Exp(a, z);
            case LOG -> new Log(a, z);
            case SQRT -> new Sqrt(a, z);
            case ERFC -> new Erfc(a, z);
            case EXPM1, LOG1P, TANH, SIGMOID -> throw new IllegalArgumentException(f + " is not accurate here");
        };
    }

    private static void execute(CustomOp operation) {
        Nd4j.getExecutioner().exec(operation);
    }

    private static void executeAndFree(BaseScalarOp operation) {
        Nd4j.getExecutioner().exec(operation);
        operation.scalar().close();
    }
}
