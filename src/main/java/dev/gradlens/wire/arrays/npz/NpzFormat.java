package dev.gradlens.wire.arrays.npz;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.arrays.ArrayFormat;
import dev.gradlens.wire.arrays.ArrayMemory;
import dev.gradlens.wire.arrays.ArrayNames;
import dev.gradlens.wire.arrays.ArrayRefusedException;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.bind.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and writes {@code .npz} as {@code numpy.savez} and {@code savez_compressed} make it. The member
 * {@code response.json}, which the service's own answers have, is a text and no array; anything else that is no array is refused.
 */
public final class NpzFormat implements ArrayFormat {
    static final String SUFFIX = ".npy";
    static final String RESPONSE = "response.json";

    @Override
    public boolean isBegunBy(byte[] file) {
        return file.length >= 4 && file[0] == 'P' && file[1] == 'K' && (file[2] == 3 || file[2] == 5);
    }

    @Override
    public List<NamedArray> read(byte[] file, ArrayMemory memory, Place arrays) {
        try {
            ZipDirectory directory = ZipDirectory.of(file);
            List<Member> members = directory.members(memory.limits().count() + 1);
            Map<Member, LocalHeader> headers = headers(file, members, directory.start());
            refuseTwins(members);
            return read(new MemberReader(file, memory), members, headers, memory, arrays);
        } catch (ArrayRefusedException refused) {
            arrays.fault(refused.reason());
            return List.of();
        }
    }

    /** The headers of all members, which have to fill the file up to its directory, one behind the other. */
    private static Map<Member, LocalHeader> headers(byte[] file, List<Member> members, int directory) {
        List<Member> inFile = new ArrayList<>(members);
        inFile.sort(Comparator.comparingLong(Member::offset));
        Map<Member, LocalHeader> headers = new HashMap<>();
        int next = 0;
        for (Member member : inFile) {
            requireTiled(member.offset() == next);
            LocalHeader header = LocalHeader.read(file, member, directory);
            headers.put(member, header);
            next = header.next();
        }
        requireTiled(next == directory);
        return headers;
    }

    private static void requireTiled(boolean tiled) {
        if (!tiled) {
            throw new ArrayRefusedException("has members that overlap, or bytes that belong to no member");
        }
    }

    private static void refuseTwins(List<Member> members) {
        Set<String> names = new HashSet<>();
        for (Member member : members) {
            if (!names.add(member.name())) {
                throw new ArrayRefusedException("has two members named " + Echo.of(member.name()));
            }
        }
    }

    private static List<NamedArray> read(
            MemberReader reader,
            List<Member> members,
            Map<Member, LocalHeader> headers,
            ArrayMemory memory,
            Place arrays) {
        List<NamedArray> read = new ArrayList<>();
        for (Member member : members) {
            if (member.name().equals(RESPONSE)) {
                continue;
            }
            String name = nameOf(member);
            try {
                member.refuseOdd(memory.limits().compression());
                read.add(reader.read(name, member, Objects.requireNonNull(headers.get(member))));
            } catch (ArrayRefusedException refused) {
                arrays.member(name).fault(refused.reason());
            }
        }
        return read;
    }

    @Override
    public Optional<String> response(byte[] file, ArrayMemory memory) {
        ZipDirectory directory = ZipDirectory.of(file);
        Optional<Member> response = directory.members(memory.limits().count() + 1).stream()
                .filter(member -> member.name().equals(RESPONSE))
                .findFirst();
        response.ifPresent(member -> member.refuseOdd(memory.limits().compression()));
        return response.map(member ->
                new MemberReader(file, memory).readText(member, LocalHeader.read(file, member, directory.start())));
    }

    private static String nameOf(Member member) {
        String name = member.name();
        if (!name.endsWith(SUFFIX)) {
            throw new ArrayRefusedException(
                    "has a member named " + Echo.of(name) + "; members are arrays, named *.npy");
        }
        return ArrayNames.checked(name.substring(0, name.length() - SUFFIX.length()));
    }

    @Override
    public void write(List<NamedArray> arrays, String response, OutputStream stream) throws IOException {
        NpzWriter.write(arrays, response, stream);
    }
}
