package dev.gradlens.model.store;

import dev.gradlens.model.Model;
import dev.gradlens.model.ModelContent;
import dev.gradlens.model.ModelFile;
import dev.gradlens.model.Models;
import dev.gradlens.volume.DataVolume;
import dev.gradlens.volume.Stored;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.UnavailableException;
import dev.gradlens.wire.arrays.ArrayLimits;
import dev.gradlens.wire.arrays.ArrayMemory;
import dev.gradlens.wire.arrays.FiledAnswer.Filed;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.safetensors.SafetensorsFormat;
import dev.gradlens.wire.bind.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Models of which there is a row, with their parameters as files of safetensors. */
final class StoredModels implements Models {
    /** A file of our own is read whatever its size. */
    private static final ArrayLimits ANY = new ArrayLimits(
            Integer.MAX_VALUE, DataSize.ofGigabytes(16), DataSize.ofGigabytes(32), DataSize.ofMegabytes(64), 1);

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,36}");
    private static final Duration LATER = Duration.ofMinutes(1);

    private final ModelRows rows;
    private final DataVolume volume;
    private final JsonMapper json;
    private final SafetensorsFormat format = new SafetensorsFormat();

    StoredModels(ModelRows rows, DataVolume volume, JsonMapper json) {
        this.rows = rows;
        this.volume = volume;
        this.json = json;
    }

    @Override
    public Stored write(ModelContent content) {
        Filed filed = ModelFile.of(content);
        String description = json.writeValueAsString(filed.document());
        return volume.put(to -> format.write(filed.arrays(), description, to));
    }

    @Override
    public void add(String id, String training, long step, ModelContent content, Stored file) {
        rows.insert(new NewModel(id, null, training, step, content, file, now()));
    }

    @Override
    public Model upload(@Nullable String name, ModelContent content) {
        String id = UUID.randomUUID().toString();
        rows.insert(new NewModel(id, name, null, 0, content, write(content), now()));
        return rows.find(id).orElseThrow();
    }

    /** Whether anything can have this id: a database does not take every text. */
    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS); // no finer in the database
    }

    @Override
    public Optional<Model> find(String id) {
        return isId(id) ? rows.find(id) : Optional.empty();
    }

    @Override
    public ModelContent content(Model model) {
        Faults faults = new Faults();
        byte[] file = volume.read(model.file().sha256());
        List<NamedArray> arrays = format.read(file, new ArrayMemory(ANY, _ -> {}), Place.root(faults));
        if (!faults.isEmpty()) {
            throw damaged();
        }
        try {
            return ModelFile.content(arrays, model.spec(), model.precision());
        } catch (NoSuchElementException incomplete) {
            throw damaged();
        }
    }

    private static UnavailableException damaged() {
        return new UnavailableException("A file that is needed is damaged.", LATER);
    }

    @Override
    public List<Model> list(@Nullable String training, long after, int most) {
        return training == null || isId(training) ? rows.after(training, after, most) : List.of();
    }

    @Override
    public boolean delete(String id) {
        return isId(id) && rows.deleteUploaded(id);
    }

    @Override
    public int deleteOf(String training) {
        return rows.deleteOf(training);
    }
}
