package dev.gradlens.tensor.nd4j;

import org.nd4j.common.io.Resource;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4jBackend;

/** Behaves as ND4J's backend for CUDA does on a machine that has the driver and no card. */
public final class BackendWithoutCard extends Nd4jBackend {
    @Override
    public boolean canRun() {
        throw new RuntimeException("No CUDA devices were found in system");
    }

    @Override
    public boolean isAvailable() {
        try {
            return canRun();
        } catch (RuntimeException e) {
            e.printStackTrace();
            throw e;
        }
    }

    @Override
    public int getPriority() {
        return BACKEND_PRIORITY_GPU;
    }

    @Override
    public boolean allowsOrder() {
        return false;
    }

    @Override
    public Resource getConfigurationResource() {
        throw new UnsupportedOperationException("only a backend that can run is asked");
    }

    @Override
    @SuppressWarnings("rawtypes") // as ND4J declares it
    public Class getNDArrayClass() {
        throw new UnsupportedOperationException("only a backend that can run is asked");
    }

    @Override
    public Environment getEnvironment() {
        throw new UnsupportedOperationException("only a backend that can run is asked");
    }

    @Override
    public String buildInfo() {
        return "";
    }

    @Override
    public void logBackendInit() {}
}
