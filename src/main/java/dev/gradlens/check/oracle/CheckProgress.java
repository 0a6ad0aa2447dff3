package dev.gradlens.check.oracle;

/** Is told how far a check has come. */
public interface CheckProgress {

    /** Nobody wants to know. */
    CheckProgress NONE = fraction -> {};

    /**
     * Called on the checking thread after each of its pieces.
     *
     * @param fraction of the entries that are done, never smaller than the time before; 1 at the end
     */
    void done(double fraction);
}
