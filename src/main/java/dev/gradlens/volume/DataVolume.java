package dev.gradlens.volume;

import dev.gradlens.wire.UnavailableException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that are named by their content, and never change. A file is on the disk, whole, before it has its name; who needs it
 * then writes a row that names it. What no row names is swept away once it is old.
 */
public final class DataVolume {
    private static final Logger LOG = LoggerFactory.getLogger(DataVolume.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int FOLDER = 2; // digits of the name
    private static final int BUFFER = 1 << 16;

    private final Path files;
    private final Path incoming;

    DataVolume(Path directory) {
        this.files = directory.resolve("files");
        this.incoming = directory.resolve("incoming");
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream to) throws IOException;
    }

    /**
     * Keeps a file; one of the same content is kept once.
     *
     * @throws UnavailableException if there is no room, or the disk fails; nothing is left behind then
     */
    public Stored put(Content content) {
        try {
            Files.createDirectories(incoming);
            Path file = Files.createTempFile(incoming, "", ".part");
            try {
                return named(file, written(content, file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException full) {
            LOG.warn("a file could not be kept", full);
            throw new UnavailableException("The data volume takes no file at the moment.", SOON);
        }
    }

    private static Stored written(Content content, Path file) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream to = new DigestOutputStream(
                        new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), digest)) {
            content.writeTo(to);
            to.flush();
            channel.force(true);
            return new Stored(HexFormat.of().formatHex(digest.digest()), channel.size());
        }
    }

    private Stored named(Path file, Stored stored) throws IOException {
        Path folder = folder(stored.sha256());
        Files.createDirectories(folder);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        Files.move(file, path(stored.sha256()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
        sync(files);
        return stored;
    }

    /** So that the new name survives a power cut. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * The content of a file.
     *
     * @throws UnavailableException if it cannot be read
     */
    public byte[] read(String sha256) {
        try {
            return Files.readAllBytes(path(sha256));
        } catch (IOException failed) {
            throw unreadable(sha256, failed);
        }
    }

    /**
     * The content of a file, to be closed by the caller.
     *
     * @throws UnavailableException if it cannot be read
     */
    public InputStream open(String sha256) {
        try {
            return Files.newInputStream(path(sha256));
        } catch (IOException failed) {
            throw unreadable(sha256, failed);
        }
    }

    private static UnavailableException unreadable(String sha256, IOException failed) {
        LOG.error("file {} cannot be read", sha256, failed);
        String why = failed instanceof NoSuchFileException ? "is missing on the data volume" : "cannot be read";
        return new UnavailableException("A file that is needed %s.".formatted(why), SOON);
    }

    Path files() {
        return files;
    }

    Path incoming() {
        return incoming;
    }

    private Path path(String sha256) {
        return folder(sha256).resolve(sha256);
    }

    private Path folder(String sha256) {
        return files.resolve(sha256.substring(0, FOLDER));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
