package dev.gradlens.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.wire.UnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataVolumeTests {
    private static final String SHA_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path directory;

    private DataVolume volume;

    @BeforeEach
    void open() {
        volume = new DataVolume(directory);
    }

    @Test
    void namesAFileByItsContent() {
        Stored stored = put("abc");

        assertThat(stored).isEqualTo(new Stored(SHA_OF_ABC, 3)); // FIPS 180-2, appendix B.1
        assertThat(volume.read(SHA_OF_ABC)).isEqualTo("abc".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        put("abc");
        put("abc");

        assertThat(files()).hasSize(1);
    }

    @Test
    void leavesNothingOfAFileThatCouldNotBeWritten() throws IOException {
        assertThatThrownBy(() -> volume.put(to -> {
                    to.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(UnavailableException.class)
                .hasMessageNotContaining("device");

        assertThat(files()).isEmpty();
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> volume.read(SHA_OF_ABC))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("A file that is needed is missing on the data volume.");
    }

    @Test
    void sweepsOldFilesThatNothingNeeds() throws IOException {
        Stored needed = put("needed");
        Stored orphan = put("orphan");
        Files.writeString(Files.createDirectories(volume.incoming()).resolve("cut.part"), "half");
        Sweeper sweeper = new Sweeper(volume, List.of(references(needed)));

        assertThat(sweeper.sweep(Instant.now())).isZero();
        assertThat(sweeper.sweep(Instant.now().plus(Sweeper.AGE).plusSeconds(60)))
                .isEqualTo(2);

        assertThat(volume.read(needed.sha256())).isNotEmpty();
        assertThatThrownBy(() -> volume.read(orphan.sha256())).isInstanceOf(UnavailableException.class);
    }

    private static FileReferences references(Stored... needed) {
        return (Collection<String> files) -> {
            Set<String> known = new HashSet<>(files);
            known.retainAll(Stream.of(needed).map(Stored::sha256).toList());
            return known;
        };
    }

    private Stored put(String text) {
        return volume.put(to -> to.write(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
