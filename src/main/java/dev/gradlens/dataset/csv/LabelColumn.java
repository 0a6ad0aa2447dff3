package dev.gradlens.dataset.csv;

import dev.gradlens.dataset.DatasetLimits;
import dev.gradlens.dataset.Targets;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Echo;
import dev.gradlens.wire.NameRule;
import dev.gradlens.wire.TextFaults;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The cells of the labels. Words are classes, in the order of their characters; whole numbers are classes in their order, as
 * long as they are no more than classes may be; other numbers are targets.
 */
final class LabelColumn {
    private final int column;
    private final TextFaults faults;
    private final Growing numbers;
    private final Map<String, Integer> words = new HashMap<>();
    private @Nullable Boolean ofNumbers;

    LabelColumn(int column, LongConsumer memory, TextFaults faults) {
        this.column = column;
        this.faults = faults;
        this.numbers = new Growing(memory);
    }

    /** Takes the label of a row. */
    void add(CsvRow row) {
        boolean number = Cell.number(row.cell(column)) != null;
        if (ofNumbers == null) {
            ofNumbers = number;
        }
        if (ofNumbers != number) {
            row.fault(column, mixed(row.cell(column), ofNumbers), faults);
        } else if (number) {
            addNumber(row.number(column, faults));
        } else {
            addWord(row);
        }
    }

    private static String mixed(String cell, boolean ofNumbers) {
        return "is %s, but the labels before it are %s"
                .formatted(cell.isEmpty() ? "empty" : Echo.of(cell), ofNumbers ? "numbers" : "words");
    }

    private void addNumber(@Nullable Double number) {
        if (number != null) {
            numbers.add(number);
        }
    }

    private void addWord(CsvRow row) {
        String word = row.cell(column);
        String complaint = Cell.isNotFinite(word) ? "must be a label, got " + Echo.of(word) : NameRule.complaint(word);
        if (complaint != null) {
            row.fault(column, complaint, faults);
        } else if (words.size() == DatasetLimits.CLASSES && !words.containsKey(word)) {
            throw faults.end(
                    row.line(),
                    column + 1,
                    "is one class more than the %d that there may be".formatted(DatasetLimits.CLASSES));
        } else {
            numbers.add(words.computeIfAbsent(word, _ -> words.size()));
        }
    }

    /** What the labels are; to be asked once all are there and sound. */
    Labels labels() {
        if (!words.isEmpty()) {
            return ofWords(words.keySet().stream().sorted().toList());
        }
        double[] all = numbers.toArray();
        List<Double> distinct = distinct(all);
        return distinct.size() <= DatasetLimits.CLASSES && distinct.stream().allMatch(LabelColumn::isWhole)
                ? classes(
                        distinct,
                        i -> all[i],
                        distinct.stream().map(LabelColumn::whole).toList())
                : new Labels(new Targets.Numbers(new Values(all.length, 1, all)), List.of());
    }

    /**
     * What the labels are.
     *
     * @param targets of all rows
     * @param classNames of each class; empty where there are no classes
     */
    record Labels(Targets targets, List<String> classNames) {}

    private Labels ofWords(List<String> sorted) {
        List<Double> codes =
                sorted.stream().map(words::get).map(Integer::doubleValue).toList();
        return classes(codes, numbers::get, sorted);
    }

    /** @param codes the number of each class, in the order of the classes */
    private Labels classes(List<Double> codes, IntToDoubleFunction code, List<String> names) {
        Map<Double, Integer> classes = new HashMap<>();
        codes.forEach(one -> classes.put(one, classes.size()));
        int[] labels = IntStream.range(0, numbers.count())
                .map(i -> classes.get(code.applyAsDouble(i) + 0.0)) // −0 is 0
                .toArray();
        return new Labels(new Targets.Classes(labels), names);
    }

    /** In their order; no more than are needed to see that they are too many to be classes. */
    private static List<Double> distinct(double[] all) {
        return Arrays.stream(all)
                .map(number -> number + 0.0)
                .distinct()
                .limit(DatasetLimits.CLASSES + 1L)
                .sorted()
                .boxed()
                .toList();
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1L << 53;
    }

    private static String whole(double number) {
        return Long.toString((long) number);
    }
}
