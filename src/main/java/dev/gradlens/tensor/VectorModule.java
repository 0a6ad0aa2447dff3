package dev.gradlens.tensor;

/** Whether this JVM has Java's Vector API: its module is an incubating one, which only the JVM's own command line can add. */
public final class VectorModule {
    private static final boolean IS_THERE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private VectorModule() {}

    /** Where it is not, no class that uses it may be loaded. */
    public static boolean isThere() {
        return IS_THERE;
    }
}
