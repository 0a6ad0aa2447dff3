package dev.gradlens.dataset.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradlens.dataset.DatasetLimits;
import dev.gradlens.dataset.Table;
import dev.gradlens.dataset.Targets;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.InvalidTextException;
import dev.gradlens.wire.TextFault;
import dev.gradlens.wire.WrongParameterException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTests {
    private static final DatasetLimits LIMITS = new DatasetLimits(20, 5000);

    private static Table read(byte[] text, CsvChoices choices) {
        return CsvFile.read(text, choices, LIMITS, _ -> {});
    }

    private static Table read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), CsvChoices.NONE);
    }

    private static Table read(String text, String label) {
        return read(text.getBytes(StandardCharsets.UTF_8), new CsvChoices(null, label));
    }

    private static double[] x(Table table) {
        return table.examples().x().rowMajor();
    }

    private static int[] labels(Table table) {
        return ((Targets.Classes) table.examples().targets()).labels();
    }

    private static List<TextFault> faults(byte[] text) {
        return catchThrowableOfType(InvalidTextException.class, () -> read(text, CsvChoices.NONE))
                .faults();
    }

    private static List<TextFault> faults(String text) {
        return faults(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> places(String text) {
        return faults(text).stream()
                .map(fault -> fault.line() + ":" + fault.column())
                .toList();
    }

    private static TextFault onlyFault(String text) {
        assertThat(faults(text)).hasSize(1);
        return faults(text).getFirst();
    }

    @Test
    void readsAHeaderNumbersAndWordsThatAreClasses() {
        Table table = read("length,width,species\n5.1,3.5,virginica\n4.9,3e0,setosa\n-1,.5,virginica\n");

        assertThat(table.features()).containsExactly("length", "width");
        assertThat(table.classNames()).containsExactly("setosa", "virginica");
        assertThat(x(table)).containsExactly(5.1, 3.5, 4.9, 3, -1, 0.5);
        assertThat(labels(table)).containsExactly(1, 0, 1);
    }

    @Test
    void takesTheFirstRowForDataWhereNoWordStandsAboveANumber() {
        Table table = read("5.1,3.5,setosa\n4.9,3,virginica\n");

        assertThat(table.features()).containsExactly("x1", "x2");
        assertThat(labels(table)).containsExactly(0, 1);
    }

    @Test
    void takesAHeaderOfNumbersAndOneWordForAHeader() {
        Table table = read("0,1,label\n5,6,1\n7,8,0\n");

        assertThat(table.features()).containsExactly("0", "1");
        assertThat(x(table)).containsExactly(5, 6, 7, 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN,1\n2,3\n", ",1\n2,3\n", "NA,1\n2,3\n"})
    void takesAMissingNumberInTheFirstRowForNoHeader(String text) {
        assertThat(places(text)).containsExactly("1:1");
    }

    @Test
    void believesWhatIsSaidAboutTheHeader() {
        byte[] text = "1,2\n3,4\n".getBytes(StandardCharsets.UTF_8);

        assertThat(read(text, new CsvChoices(true, null)).features()).containsExactly("1", "2");
        assertThat(x(read(text, new CsvChoices(true, null)))).containsExactly(3, 4);
        assertThat(x(read(text, new CsvChoices(false, null)))).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource({"b", "1"})
    void findsTheLabelsByNameOrNumber(String label) {
        Table table = read("a,b,c\n1,0,2\n3,1,4\n", label);

        assertThat(table.features()).containsExactly("a", "c");
        assertThat(labels(table)).containsExactly(0, 1);
    }

    @Test
    void prefersANameToANumber() {
        assertThat(read("a,b,0\n1,7,0\n3,8,1\n", "0").features()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "3", "-1", "99999999999", ""})
    void refusesALabelThatIsNoColumn(String label) {
        assertThatThrownBy(() -> read("a,b,c\n1,0,2\n", label))
                .isInstanceOfSatisfying(
                        WrongParameterException.class,
                        refused -> assertThat(refused.wrong().getFirst().parameter())
                                .isEqualTo("label"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"label", "Target", "CLASS", "species", "y"})
    void findsTheLabelsByTheNamesThatLabelsHave(String name) {
        assertThat(read(name + ",b\n1,2\n0,4\n").features()).containsExactly("b");
    }

    @Test
    void takesNumbersWithoutSuchANameForFeatures() {
        Table table = read("a,b\n1,2\n3,4\n");

        assertThat(table.examples().targets()).isEqualTo(new Targets.None());
        assertThat(table.features()).containsExactly("a", "b");
    }

    @Test
    void numbersClassesOfWholeNumbersInTheirOrder() {
        Table table = read("a,label\n1,10\n2,-2\n3,9\n4,10.0\n");

        assertThat(table.classNames()).containsExactly("-2", "9", "10");
        assertThat(labels(table)).containsExactly(2, 0, 1, 2);
    }

    @Test
    void takesOtherNumbersForTargets() {
        Targets targets = read("a,y\n1,0.5\n2,3\n").examples().targets();

        assertThat(((Targets.Numbers) targets).y().rowMajor()).containsExactly(0.5, 3);
    }

    @Test
    void takesMoreWholeNumbersThanClassesMayBeForTargets() {
        String text = IntStream.range(0, 1001).mapToObj(i -> "1," + i).collect(Collectors.joining("\n", "a,y\n", "\n"));

        assertThat(read(text).examples().targets()).isInstanceOf(Targets.Numbers.class);
        assertThat(read(text.replace(",1000", ",7")).examples().targets()).isInstanceOf(Targets.Classes.class);
    }

    @Test
    void refusesMoreWordsThanClassesMayBe() {
        String text =
                IntStream.range(0, 1001).mapToObj(i -> "1,w" + i).collect(Collectors.joining("\n", "a,y\n", "\n"));

        assertThat(onlyFault(text))
                .isEqualTo(new TextFault(1002, 2, "is one class more than the 1000 that there may be"));
    }

    @Test
    void refusesWordsAmongNumbersAsLabels() {
        assertThat(places("a,label\n1,2\n2,b\n3,\n")).containsExactly("3:2", "4:2");
        assertThat(places("a,label\n1,b\n2,1\n3,\n4,NaN\n")).containsExactly("3:2", "4:2", "5:2");
    }

    @Test
    void readsQuotesBlanksAndEmptyLines() {
        Table table = read("\"a, \"\"b\"\"\", label\n\"1\",\"x, y\"\n\n2 ,\"x, y\"");

        assertThat(table.features()).containsExactly("a, \"b\"");
        assertThat(x(table)).containsExactly(1, 2);
        assertThat(table.classNames()).containsExactly("x, y");
    }

    @Test
    void countsTheLinesWithinQuotes() {
        assertThat(places("a,b,c\n1,\"2\n\",3\nx,1,1\n")).containsExactly("4:1");
    }

    @Test
    void readsAByteOrderMarkAndAnyEndOfLine() {
        assertThat(read("\uFEFFa,b\r\n1,2\r\n").features()).containsExactly("a", "b");
        assertThat(x(read("a,b\r1,2\r3,4"))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void namesEveryRaggedRow() {
        assertThat(faults("a,b,c\n1,2\n1,2,3,4\n1,2,3\n,\n"))
                .extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.detail())
                .containsExactly(
                        "2:3 The row has 2 cells, expected 3 as in the first row",
                        "3:4 The row has 4 cells, expected 3 as in the first row",
                        "5:3 The row has 2 cells, expected 3 as in the first row");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NaN",
                "inf",
                "-Infinity",
                "=1+1",
                "+cmd|' /C calc'!A0",
                "1d",
                "0x1p3",
                "1 000",
                "1e400",
                "--1",
                "1e",
                ".",
                "１",
                "true",
                "1;2",
                "1_000",
                "\"1,5\""
            })
    void refusesWhatIsNoFiniteNumber(String cell) {
        assertThat(places("a,b\n1,2\n3," + cell + "\n5,6\n")).containsExactly("3:2");
    }

    @Test
    void saysWhatIsWrongWithACell() {
        assertThat(onlyFault("a,b\n1,=1+1\n1,2\n").detail()).isEqualTo("must be a finite number, got '=1+1'");
        assertThat(onlyFault("a,b\n1,2\n1,\n").detail()).startsWith("is empty;");
        assertThat(onlyFault("a,b\n1,2\n1,1e999\n").detail()).isEqualTo("is beyond the range of a double");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,2\\n3,\"4\\n5,6\\n|2:2", "a,b\\n1,\"2\"x\\n|2:2", "a,b\\n\"1\"\"|2:1"})
    void refusesQuotesThatDoNotEndWhereTheyShould(String text, String place) {
        assertThat(places(text.replace("\\n", "\n"))).containsExactly(place);
    }

    @Test
    void takesAQuoteWithinACellForText() {
        assertThat(onlyFault("a,b\n1,2\n3,4\"5\n").detail()).contains("4\"5");
    }

    @Test
    void endsAtACellThatIsMuchTooLong() {
        assertThat(places("a,b\n1,2\n1," + "9".repeat(100_000) + "\n")).containsExactly("3:2");
    }

    @Test
    void refusesMoreColumnsThanAreRead() {
        String wide = "1,".repeat(1_000_000) + "1\n";

        assertThat(onlyFault(wide)).isEqualTo(new TextFault(1, 21, "The row goes on, and at most 20 columns are read"));
    }

    @Test
    void refusesMoreCellsThanAreRead() {
        assertThat(onlyFault("1,2\n".repeat(2501)).line()).isEqualTo(2501);
        assertThat(read("1,2\n".repeat(2500)).examples().x().rows()).isEqualTo(2500);
    }

    @Test
    void findsTheCellWithBytesThatAreNotUtf8() {
        byte[] latin = "a,b\n1,2\n3,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(faults(latin)).containsExactly(new TextFault(3, 2, "has bytes that are not UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void saysWhatToDoAboutUtf16(String charset) {
        assertThat(faults("a,b\n1,2\n".getBytes(Charset.forName(charset)))
                        .getFirst()
                        .detail())
                .startsWith("The file is in UTF-16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "a,b\n", "label\n1\n2\n", "1;2\n3;4\n", "1\t2\n"})
    void refusesWhatHoldsNoTable(String text) {
        assertThat(faults(text)).hasSize(1);
    }

    @Test
    void refusesAHeaderThatNamesAColumnTwice() {
        assertThat(places("a,b,a\n1,2,3\n")).containsExactly("1:3");
        assertThat(places("a,x" + "x".repeat(200) + "\n1,2\n")).containsExactly("1:2");
        assertThat(places("a,\"b\nc\"\n1,2\n")).containsExactly("1:2");
    }

    @Test
    void namesAColumnWithoutANameByItsNumber() {
        assertThat(read(",a\n0,2\n").features()).containsExactly("x1", "a");
    }

    @Test
    void namesTheFirstHundredFaultsAndCountsTheOthers() {
        InvalidTextException invalid =
                catchThrowableOfType(InvalidTextException.class, () -> read("a,b\n1,2\n" + "x,y\n".repeat(75)));

        assertThat(invalid.faults()).hasSize(100);
        assertThat(invalid.sentence()).isEqualTo("The request has 150 faults; the first 100 are named.");
    }

    @Test
    void paysForTheMemoryOfNumbers() {
        long[] paid = {0};
        byte[] text = "1,2\n".repeat(2500).getBytes(StandardCharsets.UTF_8);

        CsvFile.read(text, CsvChoices.NONE, LIMITS, bytes -> paid[0] += bytes);

        assertThat(paid[0]).isBetween(5000L * Double.BYTES, 5 * 5000L * Double.BYTES);
    }

    @Test
    void readsNumbersToTheLastDigit() {
        Values x = read("a\n0.1\n1e-320\n9007199254740993\n-0\n").examples().x();

        assertThat(Stream.of(0, 1, 2, 3).map(i -> x.at(i, 0))).containsExactly(0.1, 1e-320, 9007199254740992.0, -0.0);
    }
}
