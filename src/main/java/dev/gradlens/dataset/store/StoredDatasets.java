package dev.gradlens.dataset.store;

import dev.gradlens.dataset.Dataset;
import dev.gradlens.dataset.Datasets;
import dev.gradlens.dataset.Examples;
import dev.gradlens.dataset.Kind;
import dev.gradlens.dataset.Table;
import dev.gradlens.volume.DataVolume;
import dev.gradlens.volume.Stored;
import dev.gradlens.wire.Echo;
import dev.gradlens.wire.WrongParameterException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Data sets of the service itself, and those of which there is a row. A file is written before the row that names it. */
final class StoredDatasets implements Datasets {
    private static final String BEFORE_ALL = "";

    private final List<BuiltIn> builtIns;
    private final DatasetRows rows;
    private final DataVolume volume;

    StoredDatasets(List<BuiltIn> builtIns, DatasetRows rows, DataVolume volume) {
        this.builtIns = List.copyOf(builtIns);
        this.rows = rows;
        this.volume = volume;
    }

    @Override
    public Optional<Dataset> find(String id) {
        Optional<Dataset> builtIn =
                builtIns().stream().filter(dataset -> dataset.id().equals(id)).findFirst();
        return builtIn.or(() -> TimeOrderedId.isOne(id) ? rows.find(id) : Optional.empty());
    }

    @Override
    public Examples examples(String sha256) {
        return builtIns.stream()
                .filter(builtIn -> builtIn.dataset().sha256().equals(sha256))
                .findFirst()
                .map(builtIn -> builtIn.table().examples())
                .orElseGet(() -> ExamplesFile.read(volume.read(sha256)));
    }

    @Override
    public String keep(Examples examples) {
        return put(examples).sha256();
    }

    private Stored put(Examples examples) {
        return volume.put(to -> ExamplesFile.write(examples, to));
    }

    @Override
    public Dataset add(String name, Kind kind, Table table) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS); // no finer in the database
        Stored file = put(table.examples());
        Dataset dataset = Dataset.of(TimeOrderedId.of(now), name, kind, table, file.sha256(), file.bytes(), now);
        rows.insert(dataset);
        return dataset;
    }

    @Override
    public List<Dataset> list(@Nullable String after, int most) {
        if (after != null && TimeOrderedId.isOne(after)) {
            return rows.after(after, most);
        }
        List<Dataset> listed = new ArrayList<>(after == null ? builtIns() : builtInsAfter(after));
        if (listed.size() < most) {
            listed.addAll(rows.after(BEFORE_ALL, most - listed.size()));
        }
        return listed.subList(0, Math.min(most, listed.size()));
    }

    private List<Dataset> builtInsAfter(String id) {
        List<Dataset> all = builtIns();
        int place = all.stream().map(Dataset::id).toList().indexOf(id);
        if (place < 0) {
            throw new WrongParameterException("after", "must be the id of a data set, got " + Echo.of(id));
        }
        return all.subList(place + 1, all.size());
    }

    private List<Dataset> builtIns() {
        return builtIns.stream().map(BuiltIn::dataset).toList();
    }

    @Override
    public boolean delete(String id) {
        return TimeOrderedId.isOne(id) && rows.delete(id);
    }
}
