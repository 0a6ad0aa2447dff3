package dev.gradlens.wire.arrays;

/** Where the numbers of a file belong in an array that has its last axis fastest, one after the other. */
interface NumberOrder {
    int next();

    /** They come as they are kept. */
    static NumberOrder lastAxisFastest() {
        int[] position = {0};
        return () -> position[0]++;
    }

    /** They come with the first axis fastest, as Fortran has it. */
    static NumberOrder firstAxisFastest(Shape shape) {
        return new Walk(shape);
    }

    /** Counts the indices up, the first one fastest, and keeps the position that they stand for. */
    final class Walk implements NumberOrder {
        private final long[] lengths;
        private final int[] strides;
        private final int[] index;
        private int position;

        private Walk(Shape shape) {
            lengths = shape.lengths().stream().mapToLong(Long::longValue).toArray();
            strides = new int[lengths.length];
            index = new int[lengths.length];
            int stride = 1;
            for (int axis = lengths.length - 1; axis >= 0; axis--) {
                strides[axis] = stride;
                stride *= (int) lengths[axis];
            }
        }

        @Override
        public int next() {
            int here = position;
            for (int axis = 0; axis < lengths.length; axis++) {
                position += strides[axis];
                if (++index[axis] < lengths[axis]) {
                    return here;
                }
                position -= index[axis] * strides[axis];
                index[axis] = 0;
            }
            return here;
        }
    }
}
