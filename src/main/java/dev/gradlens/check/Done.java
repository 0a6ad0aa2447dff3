package dev.gradlens.check;

import dev.gradlens.check.oracle.CheckProgress;

/** Counts the entries that are done. */
final class Done {
    private final CheckProgress progress;
    private final long all;
    private long count;

    /**
     * @param all how many there will be
     */
    Done(CheckProgress progress, long all) {
        this.progress = progress;
        this.all = all;
    }

    void add(int entries) {
        count += entries;
        progress.done((double) count / all);
    }
}
