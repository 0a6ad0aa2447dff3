package dev.gradlens.wire.bind;

import dev.gradlens.wire.Echo;

/** A field that does not belong where it is. */
final class UnknownField {
    /** A longer name is no name of ours, and its pointer would be unreadable: its object is pointed at. */
    private static final int NAME_LENGTH = 80;

    private UnknownField() {}

    static void refuse(String name, Place object, String why) {
        Place unknown = name.length() > NAME_LENGTH ? object : object.member(name);
        unknown.fault(Echo.of(name) + " " + why);
    }
}
