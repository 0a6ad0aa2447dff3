package dev.gradlens.dataset.store;

import dev.gradlens.dataset.Dataset;
import dev.gradlens.dataset.DatasetLimits;
import dev.gradlens.dataset.Kind;
import dev.gradlens.dataset.Table;
import dev.gradlens.dataset.csv.CsvChoices;
import dev.gradlens.dataset.csv.CsvFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;

/**
 * A data set that is shipped.
 *
 * @param dataset what is known of it
 * @param table its numbers
 */
record BuiltIn(Dataset dataset, Table table) {
    private static final DatasetLimits ANY = new DatasetLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** Reads the one that lies under {@code data} among the resources. */
    static BuiltIn read(String id, String name) {
        try {
            byte[] text = new ClassPathResource("data/" + id + ".csv").getContentAsByteArray();
            return of(id, name, CsvFile.read(text, CsvChoices.NONE, ANY, _ -> {}));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static BuiltIn of(String id, String name, Table table) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ExamplesFile.write(table.examples(), file);
        byte[] bytes = file.toByteArray();
        return new BuiltIn(Dataset.of(id, name, Kind.BUILT_IN, table, sha256(bytes), bytes.length, null), table);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
