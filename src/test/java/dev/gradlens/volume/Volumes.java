package dev.gradlens.volume;

import java.nio.file.Path;

/** Volumes for the tests of those who keep files. */
public final class Volumes {
    private Volumes() {}

    public static DataVolume in(Path directory) {
        return new DataVolume(directory);
    }
}
