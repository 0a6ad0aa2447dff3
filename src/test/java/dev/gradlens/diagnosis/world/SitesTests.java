package dev.gradlens.diagnosis.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.judge.Exercises;
import dev.gradlens.diagnosis.student.RandomExercises;
import dev.gradlens.network.NetworkSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitesTests {

    private static final Exercise TWO_LAYERS = Exercises.plain(1e-3);
    private static final NetworkSpec SPEC = TWO_LAYERS.setup().spec();

    @Test
    void comeInTheOrderOfComputation() {
        assertThat(Sites.of(TWO_LAYERS.setup()))
                .isSorted()
                .startsWith(new Site(0, Step.Z), new Site(0, Step.MU), new Site(0, Step.SIGMA2))
                .endsWith(new Site(0, Step.D_Z), new Site(0, Step.D_W), new Site(0, Step.D_B), Site.D_X);
    }

    @ParameterizedTest
    @CsvSource({
        "0, D_W, 0, D_Z",
        "0, D_Z, 0, D_Z_TILDA",
        "0, D_GAMMA, 0, D_Z_TILDA",
        "0, D_MU, 0, D_SIGMA2",
        "0, D_W, 1, D_Z",
        "0, D_GAMMA, 1, D_A",
        "-1, D_A, 1, D_Z_NORM",
        "1, Z, 0, A",
        "1, D_W, 0, Z_NORM"
    })
    void areBehindWhatTheyAreComputedFrom(int layer, Step step, int causeLayer, Step cause) {
        Site site = new Site(layer, step);
        Site from = new Site(causeLayer, cause);

        assertThat(Sites.isBehind(SPEC, site, from)).isTrue();
        assertThat(Sites.isBehind(SPEC, from, site)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, D_GAMMA, 0, D_Z",
        "0, D_BETA, 0, D_GAMMA",
        "0, D_W, 1, D_W",
        "0, D_Z, 1, D_GAMMA",
        "1, D_Z, 0, D_Z",
        "0, D_Z, 0, RUNNING_MEAN",
        "0, Z, 0, D_Z"
    })
    void areNotBehindAnythingElse(int layer, Step step, int causeLayer, Step cause) {
        assertThat(Sites.isBehind(SPEC, new Site(layer, step), new Site(causeLayer, cause)))
                .isFalse();
    }

    @Test
    void areFewerWhereStatisticsAreFixed() {
        assertThat(Sites.of(RandomExercises.inference(1).setup()))
                .extracting(Site::step)
                .contains(Step.MU, Step.D_Z_NORM)
                .doesNotContain(Step.D_MU, Step.D_SIGMA2, Step.RUNNING_MEAN);
    }

    @Test
    void haveNoWeightsWhereANormalizationStandsAlone() {
        assertThat(Sites.of(RandomExercises.lone(1).setup()))
                .extracting(Site::step)
                .doesNotContain(Step.D_W, Step.D_B);
    }
}
