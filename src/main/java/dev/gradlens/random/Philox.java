package dev.gradlens.random;

/**
 * The generator Philox4x32-10: ten rounds of multiplication and exclusive or make four words of 32 bits of a counter of
 * four and a key of two. There is no state, so that any block of numbers is had without those before it.
 *
 * <p>Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", 2011.
 */
final class Philox {
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_OF_FIRST = 0xD2511F53L;
    private static final long MULTIPLIER_OF_THIRD = 0xCD9E8D57L;
    /** The golden ratio, as a fraction of 2³². */
    private static final int STEP_OF_FIRST_KEY = 0x9E3779B9;
    /** √3 − 1 likewise. */
    private static final int STEP_OF_SECOND_KEY = 0xBB67AE85;

    private Philox() {}

    /** The four words of a counter c0 … c3 under a key k0, k1. */
    static int[] block(int c0, int c1, int c2, int c3, int k0, int k1) {
        int first = c0;
        int second = c1;
        int third = c2;
        int fourth = c3;
        for (int round = 0; round < ROUNDS; round++) {
            long ofFirst = MULTIPLIER_OF_FIRST * Integer.toUnsignedLong(first);
            long ofThird = MULTIPLIER_OF_THIRD * Integer.toUnsignedLong(third);
            first = high(ofThird) ^ second ^ (k0 + round * STEP_OF_FIRST_KEY);
            second = (int) ofThird;
            third = high(ofFirst) ^ fourth ^ (k1 + round * STEP_OF_SECOND_KEY);
            fourth = (int) ofFirst;
        }
        return new int[] {first, second, third, fourth};
    }

    private static int high(long product) {
        return (int) (product >>> Integer.SIZE);
    }
}
