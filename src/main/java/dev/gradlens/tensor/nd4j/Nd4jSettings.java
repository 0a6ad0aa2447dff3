package dev.gradlens.tensor.nd4j;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** System properties that ND4J and JavaCPP read when their classes load; what is already set stays. */
final class Nd4jSettings {
    /**
     * Of the machine's or container's memory. Above it an allocation throws; without it the system kills the process,
     * or a failed allocation crashes it. A quarter is left to other programs and to what grows between two checks.
     */
    private static final double SHARE_OF_MEMORY = 0.75;

    private Nd4jSettings() {}

    static void apply() {
        setIfAbsent("org.bytedeco.javacpp.maxphysicalbytes", Long.toString(shareOfMemory()));
        setIfAbsent("org.nd4j.log.initialization", "false"); // eleven lines at each start
    }

    private static long shareOfMemory() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return (long) (SHARE_OF_MEMORY * system.getTotalMemorySize());
    }

    private static void setIfAbsent(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
