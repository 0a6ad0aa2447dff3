package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.diagnosis.Mistake;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts as they are shipped, and what is not read as texts. */
class MistakeTextsTests {
    private static final MistakePages PAGES = new MistakePages(MistakeTexts.shipped());
    private static final int LINES = 4;
    private static final int TITLE_LENGTH = 80;
    private static final Pattern STATEMENT =
            Pattern.compile("(\\w+ \\+?= .+|for i in range\\(m\\):|    \\w+ \\+?= .+)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");
    private static final Pattern ASSIGNED = Pattern.compile("(?m)^ *(\\w+) \\+?= ");

    /** What the lines may use beside what they assign themselves: the tensors of a layer, and NumPy. */
    private static final Set<String> KNOWN = Set.of(
            ("np for i in range m eps s momentum weight_decay learning_rate True W A_prev Z mu sigma2 Znorm Ztilda A Y gamma"
                            + " beta running_mean running_var Ztilda_prev dA dZtilda dZnorm dsigma2 dmu dZ")
                    .split(" "));

    @ParameterizedTest
    @EnumSource
    void areAFewStatementsOfNumPy(Mistake mistake) {
        MistakePage page = PAGES.of(mistake);

        assertThat(List.of(page.formula(), page.correction())).allSatisfy(code -> {
            assertThat(code.lines()).hasSizeBetween(1, LINES).allMatch(STATEMENT.asMatchPredicate());
            assertThat(count(code, '(')).isEqualTo(count(code, ')'));
            assertThat(names(code)).isSubsetOf(KNOWN);
        });
    }

    @ParameterizedTest
    @EnumSource
    void showAFormulaThatIsNotItsCorrection(Mistake mistake) {
        MistakePage page = PAGES.of(mistake);

        assertThat(page.formula()).isNotEqualTo(page.correction());
    }

    @ParameterizedTest
    @EnumSource
    void areWholeSentencesUnderAPhrase(Mistake mistake) {
        MistakePage page = PAGES.of(mistake);

        assertThat(page.title()).hasSizeLessThanOrEqualTo(TITLE_LENGTH).doesNotEndWith(".");
        assertThat(List.of(page.explanation(), page.effect()))
                .allSatisfy(text -> assertThat(text).endsWith(".").doesNotContain("\n", "  "));
    }

    @ParameterizedTest
    @EnumSource
    void holdNoAddressesAndNoTabs(Mistake mistake) {
        assertThat(PAGES.of(mistake).toString()).doesNotContain("\t", "://", "/home", "/tmp");
    }

    @Test
    void haveATitleOfTheirOwnWithinAGroup() {
        Stream<String> titles = PAGES.all().stream().map(page -> page.tensor() + page.title());

        assertThat(titles).doesNotHaveDuplicates();
    }

    @Test
    void areReadByIdAndField() {
        assertThat(read("Z03:\n  title: Σ is wrong\n  formula: |-\n    a = 1\n    b = 2\n"))
                .isEqualTo(Map.of("Z03", Map.of("title", "Σ is wrong", "formula", "a = 1\nb = 2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- Z03",
                "Z03: text",
                "Z03:",
                "3: {title: a}",
                "Z03: {title: 3}",
                "Z03: {title: }",
                "Z03: {title: [a]}",
                "Z03: {title: a}\nZ03: {title: b}",
                "Z03: {title: a, title: b}",
                "Z03: {title: !!java.net.URL [a]}",
                "Z03: {title: "
            })
    void rejectsWhatHoldsAnythingElse(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(RuntimeException.class);
    }

    private static Map<String, Map<String, String>> read(String yaml) {
        return new HashMap<>(MistakeTexts.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    }

    private static long count(String code, char character) {
        return code.chars().filter(one -> one == character).count();
    }

    /** The names that the code reads but does not assign. Those of arguments and members are NumPy's. */
    private static List<String> names(String code) {
        List<String> assigned =
                ASSIGNED.matcher(code).results().map(match -> match.group(1)).toList();
        return NAME.matcher(code.replaceAll("\\w+=(?!=)", ""))
                .results()
                .map(match -> match.group())
                .filter(name -> !assigned.contains(name))
                .toList();
    }
}
