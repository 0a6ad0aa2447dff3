package dev.gradlens.diagnosis.mutation;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.tensor.Precision;
import java.util.List;

/** How somebody tests a backward pass. */
public sealed interface UserTest {

    /**
     * Tensors are held against right ones: |a − b| ≤ absolute + relative·|b| of every entry, b the right one.
     *
     * @param sites which
     */
    record Comparing(List<Site> sites, double relative, double absolute) implements UserTest {
        public Comparing {
            sites = List.copyOf(sites);
        }
    }

    /**
     * Gradients of parameters and X are held against (J(x + h) − J(x − h))/2h: |a − n| ≤ tolerance·max(|a|, |n|) of every entry.
     *
     * @param step h
     * @param precision in which J is computed
     */
    record FiniteDifferences(double step, Precision precision, double tolerance) implements UserTest {}
}
