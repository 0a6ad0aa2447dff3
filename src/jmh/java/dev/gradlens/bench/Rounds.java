package dev.gradlens.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * One side of a comparison: a process that stays, and works when it is told to.
 *
 * <p>The argument is the name of a work, as {@link Works} has it. A first line, {@code ready}, says that it is
 * prepared. Each line of the input is a number of seconds; the work is then done again and again until they are over,
 * once at least, and the answer is a line: how many times, and the mean seconds that one took. It ends with its input.
 */
public final class Rounds {
    private static final double NANOSECONDS = 1e9;

    private Rounds() {}

    /** See above. */
    public static void main(String... words) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err); // where the libraries may log
        Runnable work = Works.named(String.join(" ", words));
        answers.println("ready");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            answers.println(round(work, Double.parseDouble(line)));
        }
    }

    private static String round(Runnable work, double seconds) {
        long start = System.nanoTime();
        long times = 0;
        double elapsed = 0;
        while (times == 0 || elapsed < seconds) {
            work.run();
            times++;
            elapsed = (System.nanoTime() - start) / NANOSECONDS;
        }
        return times + " " + elapsed / times;
    }
}
