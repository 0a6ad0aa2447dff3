package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Finding;
import dev.gradlens.diagnosis.PartingBatch;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.web.FindingAnswer.CombinationAnswer;
import dev.gradlens.diagnosis.web.FindingAnswer.NamedMistake;
import dev.gradlens.diagnosis.web.FindingAnswer.PartingBatchAnswer;
import dev.gradlens.diagnosis.web.FindingAnswer.SiteAnswer;
import dev.gradlens.diagnosis.web.FindingAnswer.SuspectAnswer;
import dev.gradlens.diagnosis.web.FindingAnswer.WorstEntryAnswer;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.setup.EffectiveConventions;
import dev.gradlens.wire.setup.Layout;
import dev.gradlens.wire.setup.LossName;
import dev.gradlens.wire.tensors.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts findings on the wire. Safe for use by many threads. */
final class FindingWriter {
    private final MistakePages pages;
    private final Layout layout;
    private final boolean upstreamIsGiven;
    private final LinesNote note;

    FindingWriter(MistakePages pages, EffectiveConventions effective) {
        this.pages = pages;
        this.layout = effective.layout();
        this.note = new LinesNote(effective);
        this.upstreamIsGiven = effective.network().loss() == LossName.UPSTREAM;
    }

    FindingAnswer write(Finding finding) {
        return new FindingAnswer(
                SiteNames.layer(finding.site()),
                SiteNames.of(finding.site()),
                finding.sent(),
                DiagnosisVerdict.of(finding.verdict()),
                finding.residual(),
                finding.mistakes().stream()
                        .map(named -> named(named, finding.site().layer()))
                        .toList(),
                orAbsent(finding.indistinguishable().stream()
                        .map(FindingWriter::suspect)
                        .toList()),
                finding.partedBy().map(this::batch).orElse(null),
                finding.followsFrom().stream().map(FindingWriter::site).toList(),
                finding.notExcluded().stream().sorted().map(Enum::name).toList(),
                finding.combinations().stream().map(FindingWriter::combination).toList(),
                finding.fit().map(FitAnswer::of).orElse(null),
                finding.reason().orElse(null),
                finding.worst().stream()
                        .map(entry -> worst(finding.site(), entry))
                        .toList());
    }

    private static <T> @Nullable List<T> orAbsent(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    private NamedMistake named(Finding.Named named, int layer) {
        MistakePage page = pages.of(named.mistake());
        return new NamedMistake(
                page.id(),
                page.slug(),
                page.title(),
                page.formula(),
                page.correction(),
                named.residual(),
                page.seen(),
                named.detail().orElse(null),
                note.of(layer));
    }

    private static SuspectAnswer suspect(Finding.Suspect suspect) {
        return new SuspectAnswer(
                suspect.mistake().name(), SiteNames.layer(suspect.site()), SiteNames.of(suspect.site()));
    }

    private static SiteAnswer site(Site site) {
        return new SiteAnswer(SiteNames.layer(site), SiteNames.of(site));
    }

    private static CombinationAnswer combination(Finding.Combination combination) {
        List<SuspectAnswer> at =
                combination.mistakes().stream().map(FindingWriter::suspect).toList();
        return new CombinationAnswer(at.stream().map(SuspectAnswer::id).toList(), at, combination.residual());
    }

    private PartingBatchAnswer batch(PartingBatch parting) {
        Tensor y = examples(parting.batch().y());
        return new PartingBatchAnswer(
                layout, examples(parting.batch().x()), upstreamIsGiven ? null : y, upstreamIsGiven ? y : null);
    }

    private Tensor examples(Values values) {
        Tensor rows = Tensor.matrix(values.rows(), values.columns(), values.rowMajor());
        return layout == Layout.ROWS ? rows : rows.transposed();
    }

    private WorstEntryAnswer worst(Site site, Finding.Worst entry) {
        boolean turned = site.step().hasExamples() && layout == Layout.COLUMNS;
        List<Integer> ofAMatrix = turned ? List.of(entry.column(), entry.row()) : List.of(entry.row(), entry.column());
        return new WorstEntryAnswer(
                site.step().isMatrix() ? ofAMatrix : List.of(Math.max(entry.row(), entry.column())),
                entry.yours(),
                entry.expected());
    }
}
