package dev.gradlens.volume;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes files that no row names, and those that were never finished, once they are old enough to be nobody's work. */
final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    /** Longer than any file waits for its row: a checkpoint waits for a database that is away for minutes at most. */
    static final Duration AGE = Duration.ofHours(2);

    private static final int AT_ONCE = 500; // names in one query

    private final DataVolume volume;
    private final List<FileReferences> references;

    Sweeper(DataVolume volume, List<FileReferences> references) {
        this.volume = volume;
        this.references = List.copyOf(references);
    }

    /** Deletes what is older than {@link #AGE} and needed by nobody; returns how many files that were. */
    int sweep(Instant now) throws IOException {
        int swept = delete(old(volume.incoming(), now));
        Map<String, Path> old = new HashMap<>();
        for (Path file : old(volume.files(), now)) {
            old.put(file.getFileName().toString(), file);
            if (old.size() == AT_ONCE) {
                swept += sweepUnneeded(old);
                old.clear();
            }
        }
        swept += sweepUnneeded(old);
        if (swept > 0) {
            LOG.info("Swept {} files that nothing needs", swept);
        }
        return swept;
    }

    private int sweepUnneeded(Map<String, Path> old) throws IOException {
        if (old.isEmpty()) {
            return 0;
        }
        Map<String, Path> unneeded = new HashMap<>(old);
        references.forEach(some -> unneeded.keySet().removeAll(some.needed(old.keySet())));
        return delete(unneeded.values());
    }

    private static int delete(Iterable<Path> files) throws IOException {
        int deleted = 0;
        for (Path file : files) {
            deleted += Files.deleteIfExists(file) ? 1 : 0;
        }
        return deleted;
    }

    private static List<Path> old(Path folder, Instant now) throws IOException {
        List<Path> old = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.lastModifiedTime().toInstant().isBefore(now.minus(AGE))) {
                        old.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                    if (failed instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE; // another instance was quicker
                    }
                    throw failed;
                }
            });
        }
        return old;
    }
}
