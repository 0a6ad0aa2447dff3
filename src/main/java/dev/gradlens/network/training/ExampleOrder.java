package dev.gradlens.network.training;

import dev.gradlens.random.RandomStream;
import dev.gradlens.random.RandomStream.Purpose;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which rows of the data are trained on, in which order, and which are kept for validation: all of it follows from these
 * numbers, so that any epoch is known without those before it, and a run can be repeated elsewhere.
 *
 * <p>Rows are mixed as Fisher and Yates have it: for i from the last place down to 1, what stands at i changes places with what
 * stands at j, the next number of a {@link RandomStream} from 0 to i. The stream (seed, VALIDATION, 0) mixes all rows, of which
 * the first are kept for validation; the stream (seed, SHUFFLE, epoch) mixes the others, each time from their ascending order.
 *
 * @param rows of the data, at least 1
 * @param validationFraction of the rows that are kept for validation, rounded to whole ones; from 0, and so that a row is left
 * @param batchSize rows of a batch, at least 1. One that holds all of the training rows is in ascending order, not mixed
 * @param lastBatch what becomes of a last batch that is not full; the only one is always kept
 */
public record ExampleOrder(long seed, int rows, double validationFraction, int batchSize, LastBatch lastBatch) {

    /** What becomes of the rows that do not fill a batch. */
    public enum LastBatch {
        /** They are a smaller batch. */
        KEEP,
        /** They are left out in this epoch, unless they are all there are. */
        DROP
    }

    public ExampleOrder {
        if (rows < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "an order is over at least one row in batches of at least one, not %d in batches of %d"
                            .formatted(rows, batchSize));
        }
        if (!(validationFraction >= 0 && Math.round(validationFraction * rows) < rows)) {
            throw new IllegalArgumentException(
                    "of %d rows at least one is trained on: %s of them cannot be kept for validation"
                            .formatted(rows, validationFraction));
        }
    }

    /** The rows that are kept for validation, ascending. */
    public int[] validation() {
        int kept = (int) Math.round(validationFraction * rows);
        int[] validation = kept == 0 ? new int[0] : Arrays.copyOf(mixedRows(), kept);
        Arrays.sort(validation);
        return validation;
    }

    /** The rows that are trained on, ascending. */
    public int[] training() {
        boolean[] isKept = new boolean[rows];
        for (int row : validation()) {
            isKept[row] = true;
        }
        return IntStream.range(0, rows).filter(row -> !isKept[row]).toArray();
    }

    /**
     * The rows of each batch, in the order of the steps.
     *
     * @param epoch from 1
     */
    public int[][] batches(int epoch) {
        int[] order = training();
        if (batchSize < order.length) {
            mix(order, new RandomStream(seed, Purpose.SHUFFLE, epoch));
        }
        int[][] batches = new int[batchesInEpoch()][];
        for (int batch = 0; batch < batches.length; batch++) {
            int from = batch * batchSize;
            batches[batch] = Arrays.copyOfRange(order, from, from + Math.min(batchSize, order.length - from));
        }
        return batches;
    }

    /** The same in every epoch; at least 1. */
    public int batchesInEpoch() {
        int trainedOn = rows - (int) Math.round(validationFraction * rows);
        return switch (lastBatch) {
            case KEEP -> Math.ceilDiv(trainedOn, batchSize);
            case DROP -> Math.max(trainedOn / batchSize, 1);
        };
    }

    private int[] mixedRows() {
        int[] mixed = IntStream.range(0, rows).toArray();
        mix(mixed, new RandomStream(seed, Purpose.VALIDATION, 0));
        return mixed;
    }

    private static void mix(int[] order, RandomStream stream) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = stream.below(i + 1);
            int exchanged = order[i];
            order[i] = order[j];
            order[j] = exchanged;
        }
    }
}
