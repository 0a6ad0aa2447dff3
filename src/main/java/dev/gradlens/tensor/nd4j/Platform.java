package dev.gradlens.tensor.nd4j;

import java.util.Locale;

/** This machine in the words of ND4J's native artifacts, such as {@code linux-x86_64}. */
final class Platform {
    private Platform() {}

    static String classifier() {
        return system(System.getProperty("os.name")) + "-" + processor(System.getProperty("os.arch"));
    }

    private static String system(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mac")) {
            return "macosx";
        }
        return lower.startsWith("windows") ? "windows" : lower;
    }

    private static String processor(String architecture) {
        return switch (architecture) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm64";
            default -> architecture;
        };
    }
}
