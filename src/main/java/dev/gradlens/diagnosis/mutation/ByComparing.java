package dev.gradlens.diagnosis.mutation;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.judge.Candidates;
import dev.gradlens.diagnosis.judge.Wrong;
import dev.gradlens.diagnosis.world.Sites;
import dev.gradlens.tensor.Values;
import java.util.List;

/** Holds tensors against right ones. */
record ByComparing(Exercise exercise, Candidates candidates, UserTest.Comparing test) implements Examination {
    @Override
    public Sight of(Wrong wrong) {
        Sight sight = Sight.NONE;
        for (Site site : test.sites()) {
            boolean changes =
                    site.equals(wrong.site()) || Sites.isBehind(exercise.setup().spec(), site, wrong.site());
            sight = changes ? sight.and(sight(wrong.behind(site), candidates.truth(site))) : sight;
        }
        return sight;
    }

    private Sight sight(Values wrong, Values right) {
        boolean caught = wrong.size() != right.size();
        double largest = 0;
        for (int i = 0; i < Math.min(wrong.size(), right.size()); i++) {
            double b = right.rowMajor()[i];
            double apart = Math.abs(wrong.rowMajor()[i] - b);
            caught |= !(apart <= test.absolute() + test.relative() * Math.abs(b));
            largest = Math.max(largest, Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart);
        }
        return new Sight(caught, true, largest);
    }

    @Override
    public List<Site> failing() {
        return List.of();
    }
}
