package dev.gradlens.diagnosis;

import dev.gradlens.diagnosis.Finding.Suspect;
import dev.gradlens.diagnosis.student.Planted;
import dev.gradlens.diagnosis.student.Readings;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether a mistake gives the tensor that was sent, because a student who makes it gets the same numbers. */
record Alike(Exercise exercise, Map<Site, Values> sent, Rounding rounding) {

    boolean gives(Suspect suspect, Site site) {
        return suspect.mistake() == Mistake.W06
                ? isMultiple(site)
                : ways(suspect)
                        .map(planted -> Student.of(exercise).making(planted).tensors())
                        .anyMatch(tensors -> isSame(site, tensors));
    }

    /** The same of two mistakes at once; where both are in one line, which a student writes once, one is a constant. */
    boolean gives(List<Suspect> pair, Site site) {
        return ways(pair.getFirst())
                        .flatMap(first -> ways(pair.getLast())
                                .map(second ->
                                        Student.of(exercise).making(first).making(second)))
                        .anyMatch(student -> isSame(site, student.tensors()))
                || pair.stream().anyMatch(one -> givesButForAConstant(one, site));
    }

    private boolean givesButForAConstant(Suspect suspect, Site site) {
        return ways(suspect)
                .map(planted -> Student.of(exercise).making(planted).tensors())
                .anyMatch(tensors -> tensors.containsKey(site) && isMultiple(sent.get(site), tensors.get(site)));
    }

    private boolean isSame(Site site, Map<Site, Values> tensors) {
        return tensors.containsKey(site) && Effect.isSame(site, sent, tensors, rounding);
    }

    /** What makes the gradient of the layer before wrong is done in the layer itself. */
    private Stream<Planted> ways(Suspect suspect) {
        int layers = exercise.setup().spec().layers().size();
        return Stream.of(suspect.site().layer(), suspect.site().layer() + 1)
                .filter(layer -> layer >= 0 && layer < layers)
                .flatMap(layer -> ways(layer, suspect.mistake()));
    }

    /** Some choices of the roots that epsilon is lost from are mistakes of their own, and no less what the other name says. */
    private Stream<Planted> ways(int layer, Mistake mistake) {
        Stream<Mistake> names =
                mistake == Mistake.Z56 ? Stream.of(Mistake.Z56, Mistake.Z32, Mistake.Z33) : Stream.of(mistake);
        return names.flatMap(name -> Readings.of(exercise, layer, name).stream());
    }

    /** Of the right one, with weight decay taken along or not; the constant may be any. */
    private boolean isMultiple(Site site) {
        Values right = Student.of(exercise).tensors().get(site);
        Values yours = sent.get(site);
        return isMultiple(yours, right) || isMultiple(yours.plus(decay(site), -1), right.plus(decay(site), -1));
    }

    private Values decay(Site site) {
        Values w = exercise.setup().parameters().get(site.layer()).w();
        return site.step() == Step.D_W && w != null
                ? w.times(exercise.setup().spec().weightDecay())
                : sent.get(site).times(0);
    }

    private static boolean isMultiple(Values yours, Values right) {
        if (yours.size() != right.size()) {
            return false;
        }
        Values rest = yours.plus(right, -dot(yours, right) / dot(right, right));
        return dot(rest, rest) <= 1e-12 * dot(yours, yours);
    }

    private static double dot(Values a, Values b) {
        double dot = 0;
        for (int i = 0; i < a.size(); i++) {
            dot += a.rowMajor()[i] * b.rowMajor()[i];
        }
        return dot;
    }
}
