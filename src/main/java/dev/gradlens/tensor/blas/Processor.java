package dev.gradlens.tensor.blas;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Tells OpenBLAS 0.3.19 of processors that are younger than it is. It takes AMD's Zen 4 and 5 for a Zen of 2017 and uses half
 * of the width of their vectors: its products of doubles take twice as long as by the code that it has for Intel's with
 * AVX-512.
 */
@SuppressWarnings("restricted") // native access is granted on the command line, as every start that we document does
final class Processor {
    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");
    private static final String VARIABLE = "OPENBLAS_CORETYPE";
    private static final String WIDE = "SKYLAKEX";
    private static final Set<String> NEEDED = Set.of("avx512f", "avx512dq", "avx512bw", "avx512vl", "avx512cd");

    private Processor() {}

    /** Before OpenBLAS is loaded. What the environment says already, stays. */
    static void announce() {
        if (System.getenv(VARIABLE) == null && isUnderrated(description())) {
            set();
        }
    }

    private static List<String> description() {
        try {
            return Files.isReadable(DESCRIPTION) ? Files.readAllLines(DESCRIPTION) : List.of();
        } catch (IOException unknown) {
            return List.of();
        }
    }

    /** Whether this describes, in the words of Linux, a processor by AMD with all that the code needs. */
    static boolean isUnderrated(List<String> description) {
        boolean isAmd =
                description.stream().anyMatch(line -> line.startsWith("vendor_id") && line.endsWith("AuthenticAMD"));
        return isAmd
                && description.stream()
                        .filter(line -> line.startsWith("flags"))
                        .anyMatch(line -> List.of(line.split("\\s+")).containsAll(NEEDED));
    }

    private static void set() {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int ignored = (int) setenv.invokeExact(arena.allocateFrom(VARIABLE), arena.allocateFrom(WIDE), 0);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
