package dev.gradlens.wire.arrays.npz;

import dev.gradlens.wire.arrays.ArrayMemory;
import dev.gradlens.wire.arrays.ArrayRefusedException;
import dev.gradlens.wire.arrays.NamedArray;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Reads the array that a member of a zip is. */
final class MemberReader {
    private static final int BLOCK = 8192;

    private final byte[] file;
    private final ArrayMemory memory;

    MemberReader(byte[] file, ArrayMemory memory) {
        this.file = file;
        this.memory = memory;
    }

    NamedArray read(String name, Member member, LocalHeader header) {
        try {
            return member.method() == Member.STORED
                    ? read(name, member, content(header))
                    : inflated(name, member, header);
        } catch (ZipException | EOFException broken) {
            throw new ArrayRefusedException("holds compressed bytes that cannot be unpacked");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A text in UTF-8 that is no longer than a header may be. */
    String readText(Member member, LocalHeader header) {
        long most = memory.limits().header().toBytes();
        if (member.size() > most) {
            throw new ArrayRefusedException("has a member " + member.name() + " of " + member.size()
                    + " bytes, and at most " + most + " are read");
        }
        memory.reserve(2 * member.size());
        byte[] text = bytes(member, header);
        CRC32 crc = new CRC32();
        crc.update(text);
        if (text.length != member.size() || crc.getValue() != member.crc()) {
            throw new ArrayRefusedException("has a member " + member.name() + " that is damaged");
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] bytes(Member member, LocalHeader header) {
        Inflater inflater = new Inflater(true);
        try (InputStream content = member.method() == Member.STORED
                ? content(header)
                : new InflaterInputStream(content(header), inflater, BLOCK)) {
            return content.readNBytes((int) member.size() + 1);
        } catch (IOException broken) {
            throw new ArrayRefusedException("has a member " + member.name() + " that cannot be unpacked");
        } finally {
            inflater.end();
        }
    }

    private InputStream content(LocalHeader header) {
        return new ByteArrayInputStream(file, header.start(), header.end() - header.start());
    }

    private NamedArray inflated(String name, Member member, LocalHeader header) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InputStream unpacked = new InflaterInputStream(content(header), inflater, BLOCK)) {
            NamedArray array = read(name, member, unpacked);
            if (inflater.getBytesRead() != member.packed()) {
                throw new ArrayRefusedException("has " + (member.packed() - inflater.getBytesRead())
                        + " bytes behind the end of its compressed content");
            }
            return array;
        } finally {
            inflater.end();
        }
    }

    private NamedArray read(String name, Member member, InputStream content) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(content, new CRC32());
        NamedArray array = new NpyReader(checked, member.size(), memory).read(name);
        if (checked.read() >= 0) {
            throw new ArrayRefusedException("goes on behind its last number");
        }
        if (checked.getChecksum().getValue() != member.crc()) {
            throw new ArrayRefusedException("does not have the checksum (CRC-32) that the zip says: it is damaged");
        }
        return array;
    }
}
