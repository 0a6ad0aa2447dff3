package dev.gradlens.dataset.csv;

import dev.gradlens.dataset.Table;
import dev.gradlens.wire.Count;
import dev.gradlens.wire.Echo;
import dev.gradlens.wire.NameRule;
import dev.gradlens.wire.TextFaults;
import dev.gradlens.wire.WrongParameterException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file.
 *
 * @param names of all, in their order
 * @param label which of them holds the labels, from 0; {@link #NONE} where none does
 */
record Columns(List<String> names, int label) {
    static final int NONE = -1;

    /** What a column of labels is called, in the order in which one of several is taken. */
    private static final List<String> LABELS = List.of("label", "labels", "target", "class", "species", "y");

    int count() {
        return names.size();
    }

    /** The names of those that hold no labels. */
    List<String> features() {
        return IntStream.range(0, count())
                .filter(j -> j != label)
                .mapToObj(names::get)
                .toList();
    }

    /**
     * Columns as a header names them, or by their numbers.
     *
     * @param header null where there is none
     * @param first the first row that is no header
     * @throws WrongParameterException if no column is the one that is to hold the labels
     */
    static Columns of(@Nullable CsvRow header, CsvRow first, @Nullable String label, TextFaults faults) {
        List<String> names = header == null ? Table.numbered(first.size()) : names(header, faults);
        return new Columns(names, label == null ? toldLabel(names, first) : namedLabel(names, header != null, label));
    }

    private static List<String> names(CsvRow header, TextFaults faults) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int j = 0; j < header.size(); j++) {
            String name = header.cell(j).isEmpty() ? Table.numberedName(j + 1) : header.cell(j);
            String complaint = seen.add(name) ? NameRule.complaint(name) : "names a second column " + Echo.of(name);
            if (complaint != null) {
                header.fault(j, complaint, faults);
            }
            names.add(name);
        }
        return names;
    }

    /** A column that is called as labels are, else the last one where it holds words. */
    private static int toldLabel(List<String> names, CsvRow first) {
        List<String> lower =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        int last = Math.min(names.size(), first.size()) - 1;
        return LABELS.stream()
                .map(lower::indexOf)
                .filter(j -> j >= 0)
                .findFirst()
                .orElse(Cell.isWord(first.cell(last)) ? last : NONE);
    }

    private static int namedLabel(List<String> names, boolean named, String label) {
        int byName = named ? names.indexOf(label) : NONE;
        return byName >= 0
                ? byName
                : Objects.requireNonNullElseGet(numbered(label, names.size()), () -> {
                    throw new WrongParameterException(
                            "label",
                            "%s is %s the number of a column, from 0 to %d; the file has %s"
                                    .formatted(
                                            Echo.of(label),
                                            named ? "neither the name nor" : "not",
                                            names.size() - 1,
                                            Count.of(names.size(), "column", "columns")));
                });
    }

    private static @Nullable Integer numbered(String label, int count) {
        try {
            int j = Integer.parseInt(label);
            return j >= 0 && j < count ? j : null;
        } catch (NumberFormatException name) {
            return null;
        }
    }
}
