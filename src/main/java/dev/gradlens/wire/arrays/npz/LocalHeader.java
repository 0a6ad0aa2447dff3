package dev.gradlens.wire.arrays.npz;

import dev.gradlens.wire.arrays.ArrayRefusedException;
import java.nio.charset.StandardCharsets;

/**
 * The header before the content of a member, held against the directory.
 *
 * @param start where the content begins
 * @param end where it ends
 * @param next where the next member, or the directory, has to begin
 */
record LocalHeader(int start, int end, int next) {
    private static final int SIGNATURE = 0x04034b50;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    private static final int ZIP64 = 1;
    private static final long IN_ZIP64 = 0xffff_ffffL;

    /** Reads it, within the bytes that a file has before its directory. */
    static LocalHeader read(byte[] file, Member member, int directory) {
        Cursor header = new Cursor(file, member.offset(), directory);
        require(header.unsignedInt() == SIGNATURE);
        header.skip(2); // the version of the format that it needs
        require(header.unsignedShort() == member.flags() && header.unsignedShort() == member.method());
        header.skip(4); // when it was changed
        long crc = header.unsignedInt();
        long packed = header.unsignedInt();
        long size = header.unsignedInt();
        int name = header.unsignedShort();
        int extra = header.unsignedShort();
        require(header.text(name, StandardCharsets.UTF_8).equals(member.name()));
        int start = header.position() + extra;
        boolean agrees =
                member.isDescribedBehind() || (crc == member.crc() && hasSizes(packed, size, header, extra, member));
        require(agrees && member.packed() <= directory - start);
        int end = start + (int) member.packed();
        return new LocalHeader(start, end, end + descriptor(new Cursor(file, end, directory), member));
    }

    /** NumPy writes both sizes into a field of their own, since it does not know them beforehand. */
    private static boolean hasSizes(long packed, long size, Cursor header, int extra, Member member) {
        if (packed != IN_ZIP64 || size != IN_ZIP64) {
            return packed == member.packed() && size == member.size();
        }
        for (int left = extra; left >= 4; ) {
            int kind = header.unsignedShort();
            int length = header.unsignedShort();
            left -= 4 + length;
            if (kind == ZIP64) {
                return length == 16 && header.eightBytes() == member.size() && header.eightBytes() == member.packed();
            }
            header.skip(length);
        }
        return false;
    }

    /** The length of what describes a member behind its content: checksum and sizes, of four bytes or of eight. */
    private static int descriptor(Cursor behind, Member member) {
        if (!member.isDescribedBehind()) {
            return 0;
        }
        int begun = behind.position();
        long crc = behind.unsignedInt();
        if (crc == DESCRIPTOR_SIGNATURE && crc != member.crc()) {
            crc = behind.unsignedInt();
        }
        long packed = behind.unsignedInt();
        long second = behind.unsignedInt();
        boolean wide = second == 0 && member.size() != 0;
        long size = wide ? behind.eightBytes() : second;
        require(crc == member.crc() && packed == member.packed() && size == member.size());
        return behind.position() - begun;
    }

    private static void require(boolean sound) {
        if (!sound) {
            throw new ArrayRefusedException(
                    "has a header that does not agree with the directory at the end of the zip");
        }
    }
}
