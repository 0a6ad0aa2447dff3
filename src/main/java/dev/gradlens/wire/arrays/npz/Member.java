package dev.gradlens.wire.arrays.npz;

import dev.gradlens.wire.arrays.ArrayRefusedException;

/**
 * A member of a zip, as the directory at the end of the file has it.
 *
 * @param name with its suffix
 * @param flags of the format
 * @param method 0 stored, 8 deflated
 * @param crc of its content
 * @param packed bytes in the file
 * @param size bytes of its content
 * @param offset of its local header
 */
record Member(String name, int flags, int method, long crc, long packed, long size, long offset) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int ENCRYPTED = 0x1;
    private static final int DESCRIBED_BEHIND = 0x8;
    private static final int KNOWN = DESCRIBED_BEHIND | 0x800 | 0x6; // names in UTF-8, how well it is compressed

    /** Whether its sizes and its checksum stand behind its content instead of before. */
    boolean isDescribedBehind() {
        return (flags & DESCRIBED_BEHIND) != 0;
    }

    /** Refuses what a reader of plain members cannot read, and sizes that cannot be. */
    void refuseOdd(int compression) {
        if ((flags & ENCRYPTED) != 0) {
            throw new ArrayRefusedException("is encrypted");
        }
        if ((flags & ~KNOWN) != 0 || (method != STORED && method != DEFLATED)) {
            throw new ArrayRefusedException("is packed in a way that is not read; stored and deflated members are");
        }
        if (method == STORED && packed != size) {
            throw new ArrayRefusedException("is stored with " + packed + " bytes, but says it has " + size);
        }
        if (size > packed * compression) {
            throw new ArrayRefusedException("says that " + packed + " compressed bytes become " + size + "; at most "
                    + compression + " times as many are read");
        }
    }
}
