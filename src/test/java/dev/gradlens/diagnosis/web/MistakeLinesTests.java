package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The lines of NumPy that pages show, run by NumPy. */
class MistakeLinesTests {
    private static final String PYTHON = "/usr/bin/python3";
    private static final MistakePages PAGES = new MistakePages(MistakeTexts.shipped());

    @TempDir
    private Path folder;

    @Test
    void areRightInEveryCorrectionAndTheCataloguesInEveryFormula() throws IOException, InterruptedException {
        if (hasNoNumpy()) {
            return;
        }
        int pages = PAGES.all().size();

        List<String> told = run(PAGES.all());

        assertThat(told).containsExactly(pages + " of " + pages + " pages were run");
    }

    @Test
    void areFoundWrongWhereAFormulaIsRight() throws IOException, InterruptedException {
        if (hasNoNumpy()) {
            return;
        }

        List<String> told = run(PAGES.all().stream()
                .map(page -> page.id().equals("Z09") ? exchanged(page) : page)
                .toList());

        assertThat(told)
                .contains(
                        "Z09 the correction is not right",
                        "Z09 the formula is not the catalogue's",
                        "Z09 the formula is right");
    }

    private static MistakePage exchanged(MistakePage page) {
        String right = page.correction();
        String wrong = page.formula();
        return new MistakePage(
                page.id(),
                page.slug(),
                page.title(),
                page.tensor(),
                right,
                wrong,
                page.explanation(),
                page.effect(),
                page.seen());
    }

    private List<String> run(List<MistakePage> pages) throws IOException, InterruptedException {
        Path input = folder.resolve("pages.json");
        new JsonMapper().writeValue(input.toFile(), pages);
        Process python = new ProcessBuilder(PYTHON, program().toString(), input.toString())
                .redirectErrorStream(true)
                .start();
        List<String> told = python.inputReader().lines().toList();

        assertThat(python.waitFor()).as(String.join("\n", told)).isZero();
        return told;
    }

    private Path program() throws IOException {
        try (InputStream script = new ClassPathResource("mistakes/run_lines.py").getInputStream()) {
            return Files.write(folder.resolve("run_lines.py"), script.readAllBytes());
        }
    }

    private static boolean hasNoNumpy() throws IOException, InterruptedException {
        boolean missing = !Files.isExecutable(Path.of(PYTHON))
                || new ProcessBuilder(PYTHON, "-c", "import numpy").start().waitFor() != 0;
        if (missing) {
            System.out.println(
                    "NOT TESTED: " + PYTHON + " has no numpy here, so that no line of the catalogue was run");
        }
        return missing;
    }
}
