package dev.gradlens.volume;

import java.util.Collection;
import java.util.Set;

/** Rows that name files: each feature that keeps some has one of these, so that a sweep leaves them alone. */
public interface FileReferences {

    /** Those of these files, by their sha256, that are needed. */
    Set<String> needed(Collection<String> files);
}
