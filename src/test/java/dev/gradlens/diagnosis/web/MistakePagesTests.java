package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradlens.diagnosis.Mistake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MistakePagesTests {
    private static final MistakePages PAGES = new MistakePages(MistakeTexts.shipped());

    private final Map<String, Map<String, String>> texts = new HashMap<>(MistakeTexts.shipped());

    @Test
    void hasEveryMistakeInTheOrderOfTheCatalogue() {
        List<String> ids = PAGES.all().stream().map(MistakePage::id).toList();

        assertThat(ids)
                .containsExactlyElementsOf(
                        Stream.of(Mistake.values()).map(Mistake::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsIdAndByItsMistake(Mistake mistake) {
        MistakePage page = PAGES.of(mistake);

        assertThat(PAGES.find(mistake.name())).containsSame(page);
        assertThat(page.id()).isEqualTo(mistake.name());
        assertThat(page.slug()).isEqualTo(mistake.slug());
        assertThat(page.tensor()).isEqualTo(StepNames.of(mistake.step()));
    }

    @ParameterizedTest
    @CsvSource({
        "Z03, dZ",
        "Z42, dZtilda",
        "G01, dgamma",
        "B01, dbeta",
        "W01, dW",
        "W08, db",
        "F01, mu",
        "F02, Znorm",
        "F04, sigma2",
        "F06, Ztilda",
        "R01, runningMean",
        "R02, runningVariance"
    })
    void namesTheTensorAsItIsOnTheWire(Mistake mistake, String tensor) {
        assertThat(PAGES.of(mistake).tensor()).isEqualTo(tensor);
    }

    @Test
    void tellsWhereAMistakeWasSeenAndIsSilentWhereItWasNot() {
        assertThat(PAGES.of(Mistake.Z09).seen()).isEqualTo("mlpack PR #1327");
        assertThat(PAGES.of(Mistake.Z10).seen()).isNull();
    }

    @Test
    void findsNothingByAnotherId() {
        assertThat(PAGES.find("Z53")).isEmpty();
        assertThat(PAGES.find("z03")).isEmpty();
        assertThat(PAGES.find("")).isEmpty();
    }

    @Test
    void rejectsAMistakeWithoutAPage() {
        texts.remove("Z03");

        assertRejected("Z03");
    }

    @Test
    void rejectsAPageWithoutAMistake() {
        texts.put("Z99", Map.of());

        assertRejected("Z99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "formula", "correction", "explanation", "effect", "seen"})
    void rejectsABlankText(String field) {
        replace(field, " ");

        assertRejected("Z03 has no " + field);
    }

    @Test
    void rejectsAFieldThatNobodyReads() {
        replace("sene", "somewhere");

        assertRejected("sene");
    }

    private void replace(String field, String text) {
        Map<String, String> page = new HashMap<>(texts.getOrDefault("Z03", Map.of()));
        page.put(field, text);
        texts.put("Z03", page);
    }

    private void assertRejected(String reason) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new MistakePages(texts))
                .withMessageContaining(reason);
    }
}
