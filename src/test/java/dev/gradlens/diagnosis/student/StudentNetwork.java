package dev.gradlens.diagnosis.student;

import static java.util.stream.Collectors.toMap;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.network.Setup;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.tensor.Values;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The sheets of one student for one exercise. */
final class StudentNetwork {

    private final Student student;
    private final List<Sheet> sheets;

    StudentNetwork(Student student, Collection<Planted> planted) {
        this.student = student;
        this.sheets = IntStream.range(0, setup().spec().layers().size())
                .mapToObj(l -> new Sheet(this, new Given(setup(), l), madeIn(l, planted)))
                .toList();
    }

    private static Map<Mistake, Integer> madeIn(int layer, Collection<Planted> planted) {
        return planted.stream().filter(one -> one.layer() == layer).collect(toMap(Planted::mistake, Planted::reading));
    }

    private Setup setup() {
        return student.exercise().setup();
    }

    List<Sheet> sheets() {
        return sheets;
    }

    Sheet sheet(int layer) {
        return sheets.get(layer);
    }

    /** What a layer takes, or the output of the last where there is no such layer. */
    Grid input(int layer) {
        return layer == 0 ? grid(setup().batch().x()) : sheet(layer - 1).a();
    }

    Grid grid(Values values) {
        return Grid.of(values, student.single());
    }

    Style style() {
        return student.style();
    }

    /** Whether 1/m is taken in the gradients of parameters; a given gradient has none. */
    boolean meanInParameters() {
        return student.exercise().meanInParameters() && !(setup().spec().loss() instanceof Upstream);
    }
}
