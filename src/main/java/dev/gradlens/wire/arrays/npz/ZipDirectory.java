package dev.gradlens.wire.arrays.npz;

import dev.gradlens.wire.arrays.ArrayRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The directory at the end of a zip. It alone says what the members are; their local headers have to agree with it, so
 * that nobody reads the same file otherwise. A zip with a comment, with bytes before or behind it or of several volumes is
 * refused, and so is one of 4 GB or 65,535 members, beyond what a body may be.
 */
final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_SIGNATURE = 0x02014b50;

    private final byte[] file;
    private final int start;
    private final int count;

    private ZipDirectory(byte[] file) {
        Cursor end = new Cursor(file, (long) file.length - END_LENGTH, file.length);
        require(end.unsignedInt() == END_SIGNATURE);
        require(end.unsignedInt() == 0); // which of several volumes this is, and where they begin
        int here = end.unsignedShort();
        int all = end.unsignedShort();
        long length = end.unsignedInt();
        long offset = end.unsignedInt();
        require(here == all && offset + length == file.length - END_LENGTH && end.unsignedShort() == 0);
        this.file = file;
        this.start = (int) offset;
        this.count = all;
    }

    /** Opens a file that begins as a zip does. */
    static ZipDirectory of(byte[] file) {
        if (file.length < END_LENGTH) {
            throw new ArrayRefusedException("is shorter than the shortest zip");
        }
        return new ZipDirectory(file);
    }

    /** Where the directory begins and the members have to end. */
    int start() {
        return start;
    }

    /** The members in the order of the directory, no more than {@code most}. */
    List<Member> members(int most) {
        if (count > most) {
            throw new ArrayRefusedException("has " + count + " members, and at most " + most + " are read");
        }
        Cursor entries = new Cursor(file, start, (long) file.length - END_LENGTH);
        List<Member> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            members.add(member(entries));
        }
        require(entries.remaining() == 0);
        return members;
    }

    private static Member member(Cursor entry) {
        require(entry.unsignedInt() == ENTRY_SIGNATURE);
        entry.skip(4); // the versions of the format that wrote it and that it needs
        int flags = entry.unsignedShort();
        int method = entry.unsignedShort();
        entry.skip(4); // when it was changed
        long crc = entry.unsignedInt();
        long packed = entry.unsignedInt();
        long size = entry.unsignedInt();
        int name = entry.unsignedShort();
        int more = entry.unsignedShort() + entry.unsignedShort();
        require(entry.unsignedShort() == 0);
        entry.skip(6); // what kind of file it was
        long offset = entry.unsignedInt();
        String called = entry.text(name, StandardCharsets.UTF_8);
        entry.skip(more);
        return new Member(called, flags, method, crc, packed, size, offset);
    }

    private static void require(boolean sound) {
        if (!sound) {
            throw new ArrayRefusedException("does not end as a zip of NumPy does, with the directory of its members, in"
                    + " one volume and without a comment: it may be cut off, or something may stand behind it");
        }
    }
}
