package dev.gradlens.wire;

/**
 * An address under a version whose answers are the same until another version of the service starts, and so are those below
 * it. A feature says so by a bean of this type; clients may then keep the answers and ask whether they are still true.
 *
 * @param path without a slash at its end
 */
public record ConstantPath(String path) {
    public boolean covers(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}
