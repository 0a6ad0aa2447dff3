package dev.gradlens.training.run;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.training.Trainer;
import dev.gradlens.network.training.TrainingPlan;
import dev.gradlens.tensor.Values;
import dev.gradlens.training.WorkQueue.Claim;
import java.util.List;
import java.util.function.Function;

/**
 * A training that can go on.
 *
 * @param course what is to be done
 * @param plan from the last checkpoint on
 * @param trainer of the plan
 * @param begun the last checkpoint
 * @param beginning the parameters at step 0
 * @param writing makes what writes, of what there is to tell
 */
record Opened(
        Claim claim,
        Control control,
        Course course,
        TrainingPlan plan,
        Trainer trainer,
        StoredProgress.Point begun,
        List<LayerParameters<Values>> beginning,
        Function<Diary, Persistence> writing) {

    Persistence persistence(Diary diary) {
        return writing.apply(diary);
    }
}
