package dev.gradlens.tensor.blas;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/**
 * The native libraries, unpacked and loaded: OpenBLAS, and oneDNN where it is built for this machine. oneDNN's products of
 * floats take 0.6 to 0.8 of OpenBLAS 0.3.19's time, half of it where they are small; of doubles it has none.
 *
 * @param symbols of both
 * @param hasOneDnn whether oneDNN is there
 */
@SuppressWarnings("restricted") // native access is granted on the command line, as every start that we document does
record Libraries(SymbolLookup symbols, boolean hasOneDnn) {

    /** The garbage collector leaves arrays in place, and a call costs nanoseconds. */
    private static final Linker.Option ON_JAVA_ARRAYS = Linker.Option.critical(true);

    static Libraries load() {
        Processor.announce();
        Loader.load(openblas.class);
        boolean hasOneDnn = isLoaded();
        openblas.blas_set_num_threads(1); // a large product is split by our own threads, see Products
        return new Libraries(SymbolLookup.loaderLookup(), hasOneDnn);
    }

    private static boolean isLoaded() {
        try {
            Loader.load(dnnl.class);
            return true;
        } catch (LinkageError missing) {
            return false;
        }
    }

    MethodHandle function(String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name), descriptor, ON_JAVA_ARRAYS);
    }

    /** A handle that does nothing where oneDNN is missing. */
    MethodHandle oneDnn(String name, FunctionDescriptor descriptor) {
        return hasOneDnn ? function(name, descriptor) : MethodHandles.empty(descriptor.toMethodType());
    }

    /** Tells OpenMP, on which oneDNN splits its work, that this thread works alone. */
    boolean oneThread() {
        Optional<MethodHandle> setThreads = symbols.find("omp_set_num_threads")
                .map(function -> Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.ofVoid(JAVA_INT)));
        try {
            if (setThreads.isPresent()) {
                setThreads.get().invokeExact(1);
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return setThreads.isPresent();
    }

    String describe() {
        return hasOneDnn ? "oneDNN (float32) and OpenBLAS (float64)" : "OpenBLAS";
    }
}
