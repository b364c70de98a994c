package dev.pawl.plan;

import dev.pawl.evidence.TreeReport;
import dev.pawl.workspace.notes.NotesFile;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What the checks showed on the last head, to compare the next one with; found out again if it is lost. */
final class ProvenHead {
    private final NotesFile<Report> file;

    /** @param directory of the plan */
    ProvenHead(Path directory) {
        this.file = new NotesFile<>(directory.resolve("head.json"), Report.class);
    }

    /** @param tree that the checks ran on */
    private record Report(String tree, TreeReport report) {}

    TreeReport of(String tree, Supplier<TreeReport> fresh) {
        Report kept = file.read();
        if (kept != null && kept.tree().equals(tree)) {
            return kept.report();
        }
        TreeReport report = fresh.get();
        remember(tree, report);
        return report;
    }

    void remember(String tree, TreeReport report) {
        file.write(new Report(tree, report));
    }
}
