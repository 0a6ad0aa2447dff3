package dev.gradlens.random;

/**
 * A stream of random numbers that is told by a seed, a purpose and an index: two streams that differ in one of them have
 * nothing to do with each other, so that one that is asked for more, or that is new, changes no number of another. The same
 * three give the same numbers on every machine and in every version of this class.
 *
 * <p>Block k = 0, 1, … of a stream is Philox4x32-10 of the counter (k mod 2³², ⌊k/2³²⌋, index, purpose) under the key (seed
 * mod 2³², ⌊seed/2³²⌋), the seed read as an unsigned number. Its words w0 … w3 are two numbers of 64 bits, w0·2³² + w1 and
 * w2·2³² + w3. A uniform number is the upper 53 bits of the next one, times 2⁻⁵³. Two normal numbers are made of the next two
 * uniform ones u and v, as Box and Muller have it: r·cos(θ), then r·sin(θ), with r = √(−2·log(1 − u)) and θ = 2π·v. The
 * functions are those of {@link StrictMath}.
 *
 * <p>A whole number below a bound n is made of w, the upper 32 bits of the next number read as an unsigned one: it is w mod n,
 * unless w is among the largest 2³² mod n of the 2³² numbers, which would be too many for some remainders; then the next number
 * is taken instead.
 *
 * <p>An instance belongs to one thread.
 */
public final class RandomStream {
    private static final int DISCARDED_BITS = Long.SIZE - 53;
    private static final double UNIT = 0x1p-53;
    private static final long WORDS = 1L << Integer.SIZE;

    /** What a stream's numbers are for. A number once given to a purpose stays with it. */
    public enum Purpose {
        /** W of a layer; the index is that of the layer, from 0. */
        WEIGHTS(1),
        /** What numbers may have been before they were rounded; the index is 0. */
        ROUNDING(2),
        /** A batch on which mistakes differ; the index is 0. */
        BATCH(3),
        /** Parameters and a batch on which all mistakes differ; the index counts the draws. */
        PROBE(4),
        /** In which order examples are trained on; the index is the epoch, from 1. */
        SHUFFLE(5),
        /** Which examples are kept for validation; the index is 0. */
        VALIDATION(6),
        /** A generated data set; the index is 0 for its noise and 1 for its places. */
        GENERATED(7);

        private final int number;

        Purpose(int number) {
            this.number = number;
        }
    }

    private final long seed;
    private final Purpose purpose;
    private final int index;
    private final long[] pair = new long[2];
    private int taken = pair.length;
    private long block;
    private double sine;
    private boolean hasSine;

    /** The stream from its beginning; any seed and any index are as good as another. */
    public RandomStream(long seed, Purpose purpose, int index) {
        this.seed = seed;
        this.purpose = purpose;
        this.index = index;
    }

    /**
     * The same stream without its first numbers, of which each block makes two.
     *
     * @param blocks how many blocks are left out, at least 0
     */
    public static RandomStream after(long blocks, long seed, Purpose purpose, int index) {
        RandomStream stream = new RandomStream(seed, purpose, index);
        stream.block = blocks;
        return stream;
    }

    /** The next uniform number, in [0, 1). */
    public double uniform() {
        return (bits() >>> DISCARDED_BITS) * UNIT;
    }

    /** The next normal number, of mean 0 and variance 1; no further from 0 than 8.6. */
    public double normal() {
        if (hasSine) {
            hasSine = false;
            return sine;
        }
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform())); // 1 − u is in (0, 1], and exact
        double angle = 2 * Math.PI * uniform();
        sine = radius * StrictMath.sin(angle);
        hasSine = true;
        return radius * StrictMath.cos(angle);
    }

    /**
     * The next whole number from 0 to {@code bound} − 1, each as likely as another.
     *
     * @param bound at least 1
     */
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("there is no number from 0 to below " + bound);
        }
        long even = WORDS - WORDS % bound; // below it every remainder comes equally often
        long word = bits() >>> Integer.SIZE;
        while (word >= even) {
            word = bits() >>> Integer.SIZE;
        }
        return (int) (word % bound);
    }

    private long bits() {
        if (taken == pair.length) {
            fill();
        }
        return pair[taken++];
    }

    private void fill() {
        int[] words = Philox.block(low(block), high(block), index, purpose.number, low(seed), high(seed));
        pair[0] = joined(words[0], words[1]);
        pair[1] = joined(words[2], words[3]);
        block++;
        taken = 0;
    }

    private static long joined(int high, int low) {
        return (long) high << Integer.SIZE | Integer.toUnsignedLong(low);
    }

    private static int low(long bits) {
        return (int) bits;
    }

    private static int high(long bits) {
        return (int) (bits >>> Integer.SIZE);
    }
}
