package dev.gradlens.wire;

/**
 * A place in a JSON document, written as in RFC 6901: {@code /batch/X/2}. The root is the empty text.
 *
 * @param text the pointer as it stands on the wire
 */
public record Pointer(String text) {
    public static final Pointer ROOT = new Pointer("");

    /** The pointer to a member of a member … of the root. */
    public static Pointer of(String... names) {
        Pointer pointer = ROOT;
        for (String name : names) {
            pointer = pointer.member(name);
        }
        return pointer;
    }

    public Pointer member(String name) {
        return new Pointer(text + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    public Pointer item(int index) {
        return new Pointer(text + "/" + index);
    }

    /** Whether {@code other} is this place or lies within it. */
    public boolean holds(Pointer other) {
        return other.text.startsWith(text)
                && (other.text.length() == text.length() || other.text.charAt(text.length()) == '/');
    }

    /** The same place in a tree that was moved from one place to another; this has to lie in it. */
    Pointer moved(Pointer from, Pointer to) {
        return new Pointer(to.text + text.substring(from.text.length()));
    }

    @Override
    public String toString() {
        return text;
    }
}
