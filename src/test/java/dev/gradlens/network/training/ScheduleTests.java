package dev.gradlens.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.network.training.Schedule.Constant;
import dev.gradlens.network.training.Schedule.Cosine;
import dev.gradlens.network.training.Schedule.StepDecay;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    private static double[] rates(Schedule schedule, long steps) {
        return LongStream.rangeClosed(1, steps)
                .mapToDouble(step -> schedule.rate(0.5, step, steps))
                .toArray();
    }

    @Test
    void warmsUpEvenlyToTheBase() {
        assertThat(rates(new Constant(4), 6)).containsExactly(0.125, 0.25, 0.375, 0.5, 0.5, 0.5);
    }

    /** torch.optim.lr_scheduler.StepLR(step_size=3, gamma=0.1), one call of step() a step. */
    @Test
    void decaysAsTheStepsOfPyTorch() {
        double[] expected = {0.5, 0.5, 0.5, 0.05, 0.05, 0.05, 0.005};

        assertThat(rates(new StepDecay(3, 0.1, 0), 7)).containsExactly(expected, within(1e-16));
    }

    /** torch.optim.lr_scheduler.CosineAnnealingLR(T_max=6, eta_min=0.1), one call of step() a step. */
    @Test
    void annealsAsTheCosineOfPyTorch() {
        double[] expected = {0.5, 0.4732050807568878, 0.4, 0.3, 0.2, 0.1267949192431123, 0.1};

        assertThat(rates(new Cosine(0.1, 0), 7)).containsExactly(expected, within(1e-15));
    }

    @Test
    void beginsToDecayWhereTheWarmUpEnds() {
        assertThat(rates(new StepDecay(2, 0.5, 2), 6)).containsExactly(0.25, 0.5, 0.5, 0.25, 0.25, 0.125);
        assertThat(rates(new Cosine(0, 2), 4)).containsExactly(new double[] {0.25, 0.5, 0.25, 0}, within(1e-15));
    }

    @Test
    void givesALoneStepTheBase() {
        assertThat(rates(new Cosine(0.1, 0), 1)).containsExactly(0.5);
        assertThat(rates(new Cosine(0.1, 1), 1)).containsExactly(0.5);
    }

    @Test
    void rejectsNumbersThatAreNoSchedule() {
        assertThatThrownBy(() -> new Constant(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new StepDecay(0, 0.5, 0)).hasMessageContaining("every 0");
        assertThatThrownBy(() -> new StepDecay(1, 0, 0)).hasMessageContaining("factor");
        assertThatThrownBy(() -> new StepDecay(1, Double.NaN, 0)).hasMessageContaining("factor");
        assertThatThrownBy(() -> new Cosine(-0.1, 0)).hasMessageContaining("-0.1");
    }
}
