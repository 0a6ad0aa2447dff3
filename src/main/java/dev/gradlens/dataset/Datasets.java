package dev.gradlens.dataset;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All data sets. Their numbers are files that never change, so a training notes the sha256 of its data and not the id. */
public interface Datasets {

    /** One of them; empty where none has that id. */
    Optional<Dataset> find(String id);

    /**
     * The numbers of a file: of a data set, also of one that was deleted as long as somebody needs the file, or what was
     * {@linkplain #keep kept}.
     *
     * @throws dev.gradlens.wire.UnavailableException if it cannot be read
     */
    Examples examples(String sha256);

    /**
     * Keeps numbers without making a data set of them, and returns the sha256 of the file. It is swept away unless a row
     * names it before long.
     *
     * @throws dev.gradlens.wire.UnavailableException if there is no room
     */
    String keep(Examples examples);

    /**
     * Makes a data set.
     *
     * @throws dev.gradlens.wire.UnavailableException if there is no room
     */
    Dataset add(String name, Kind kind, Table table);

    /**
     * Those that are built in, then the others from the oldest on.
     *
     * @param after the id of one, which may be deleted by now, that those listed come after; null to begin with the first
     * @param most how many at most
     * @throws dev.gradlens.wire.WrongParameterException if no data set can have had that id
     */
    List<Dataset> list(@Nullable String after, int most);

    /** Deletes one that is not built in; false where it is not there. Its numbers stay as long as somebody needs them. */
    boolean delete(String id);
}
