package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.Mistake.Z15;
import static dev.gradlens.diagnosis.Mistake.Z18;
import static dev.gradlens.diagnosis.Mistake.Z29;
import static dev.gradlens.diagnosis.Mistake.Z30;
import static dev.gradlens.diagnosis.Mistake.Z38;
import static dev.gradlens.diagnosis.Mistake.Z39;
import static dev.gradlens.diagnosis.Mistake.Z45;
import static dev.gradlens.diagnosis.Mistake.Z48;
import static dev.gradlens.diagnosis.Mistake.Z52;

/** dZ of a normalized layer, at once from dZnorm. */
final class CompactLines {
    private CompactLines() {}

    static Lines addTo(Lines lines) {
        return lines.wrong(Z15, CompactLines::withLostCount)
                .wrong(Z18, 0, x -> backward(x, x.dZTilda()))
                .wrong(Z29, 0, x -> x.normalized().backward(x.dZNorm(), x.zTilda()))
                .wrong(Z29, 1, x -> x.normalized().backward(x.dZNorm(), x.zTilda(), x.zNorm()))
                .wrong(Z29, 2, x -> x.normalized().backward(x.dZNorm(), x.zNorm(), x.zTilda()))
                .wrong(Z30, 0, x -> x.normalized().backward(x.dZNorm(), x.s().over(x.s()), x.zNorm()))
                .wrong(Z38, 0, CompactLines::withMeansOfEverything)
                .wrong(Z38, 1, CompactLines::withMeansOfEverythingOverScale)
                .wrong(
                        Z39,
                        0,
                        x -> Normalized.anew(x, x.over().other(), otherCount(x)).backward(x.dZNorm()))
                .wrong(Z39, 1, x -> alongOtherAxis(x).backward(x.dZNorm(), x.zNorm()))
                .wrong(Z39, 2, CompactLines::alongOtherAxisOverScale)
                .wrong(Z45, 0, x -> backward(x, x.dA().times(x.gamma())).times(Functions.slope(x.activation(), x.z())))
                .wrong(Z45, 1, x -> backward(x, x.dA().times(x.gamma())).times(Functions.slope(x.activation(), x.z())))
                .wrong(Z48, x -> x.dZNorm().minus(x.normalized().meanOf(x.dZNorm())))
                .wrong(Z52, 0, x -> x.normalized().backward(x.dZNorm(), x.zNorm()))
                .wrong(Z52, 1, x -> Normalized.anew(x, x.over(), x.count()).backward(x.dZNorm()));
    }

    private static Grid backward(Sheet x, Grid g) {
        return x.given().isFixed() ? g.over(x.s()) : x.normalized().backward(g, x.zNorm());
    }

    /** s/root, which is 1 where epsilon is inside, and m over the divisor. */
    private static Grid bend(Sheet x) {
        return x.s().over(x.normalized().root()).times(x.count() / x.divisor());
    }

    /** (g − Σ g − x̂·Σ g·x̂)/(m·s), where m·g had to stand. */
    private static Grid withLostCount(Sheet x) {
        Grid g = x.dZNorm();
        Grid sum = x.given().isCentred() ? g.sum(x.over()) : x.s().times(0);
        Grid alongNorm = g.times(x.zNorm()).sum(x.over()).times(bend(x));
        return g.minus(sum).minus(x.zNorm().times(alongNorm)).over(x.s().times(x.count()));
    }

    private static Grid withMeansOfEverything(Sheet x) {
        Grid g = x.dZNorm();
        Grid mean = x.given().isCentred() ? g.mean(Over.ALL) : x.s().times(0);
        Grid alongNorm = g.times(x.zNorm()).mean(Over.ALL).times(bend(x));
        return g.minus(mean).minus(x.zNorm().times(alongNorm)).over(x.s());
    }

    private static Grid withMeansOfEverythingOverScale(Sheet x) {
        Grid direct = x.dZNorm().over(x.s());
        Grid mean = x.given().isCentred() ? direct.mean(Over.ALL) : x.s().times(0);
        Grid along = direct.times(x.zNorm()).over(x.s()).times(bend(x)).mean(Over.ALL);
        return direct.minus(mean).minus(x.centred().times(along));
    }

    private static double otherCount(Sheet x) {
        return x.count(x.over().other());
    }

    private static Normalized alongOtherAxis(Sheet x) {
        return x.normalized().summedOver(x.over().other(), otherCount(x), x.divisor(otherCount(x)));
    }

    private static Grid alongOtherAxisOverScale(Sheet x) {
        Grid direct = x.dZNorm().over(x.s());
        Grid mean = alongOtherAxis(x).meanOf(direct);
        Grid perVariance = direct.times(x.zNorm()).over(x.normalized().root());
        Grid along = perVariance.sum(x.over().other()).over(x.divisor(otherCount(x)));
        return direct.minus(mean).minus(x.centred().times(along));
    }
}
