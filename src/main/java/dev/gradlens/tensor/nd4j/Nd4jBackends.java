package dev.gradlens.tensor.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.nd4j.linalg.api.blas.Blas;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The backend that ND4J found: started once, set to one thread for each computation, and described. */
final class Nd4jBackends {
    private Nd4jBackends() {}

    /**
     * One thread a computation: requests and jobs run beside each other, and two computations that each spin on all
     * cores slow one another down ten times and more.
     */
    static void start() {
        Nd4j.getEnvironment().setMaxThreads(1); // the first use of Nd4j, which loads the backend
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        Nd4j.factory().blas().setMaxThreads(1);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    }

    static String describe() {
        return "ND4J %s %s (%s, %s)".formatted(version(), artifact(), device(), blas());
    }

    /** What computes, as a person knows it. */
    static String processor() {
        return isCpu() ? "CPU" : card(NativeOpsHolder.getInstance().getDeviceNativeOps());
    }

    private static String card(NativeOps operations) {
        int card = operations.getDevice();
        return "%s (compute capability %d.%d)"
                .formatted(
                        operations.getDeviceName(card),
                        operations.getDeviceMajor(card),
                        operations.getDeviceMinor(card));
    }

    private static String artifact() {
        return isCpu() ? "nd4j-native" : "nd4j-cuda";
    }

    private static String device() {
        return isCpu() ? "CPU" : "CUDA";
    }

    private static boolean isCpu() {
        return Nd4j.getEnvironment().isCPU();
    }

    private static String blas() {
        Blas.Vendor vendor = Nd4j.factory().blas().getBlasVendor();
        return switch (vendor) {
            case OPENBLAS -> "OpenBLAS";
            case CUBLAS -> "cuBLAS";
            case MKL -> "MKL";
            case UNKNOWN -> "unknown BLAS";
        };
    }

    private static String version() {
        try (InputStream in = Nd4j.class.getResourceAsStream("/META-INF/maven/org.nd4j/nd4j-api/pom.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "of unknown version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
