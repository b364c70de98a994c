package dev.pawl.workspace.snapshot;

import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares two snapshots of one shadow repository. */
public final class SnapshotComparison {
    private final ShadowRepository shadow;
    private final String from;
    private final String to;

    public SnapshotComparison(ShadowRepository shadow, String from, String to) {
        this.shadow = shadow;
        this.from = from;
        this.to = to;
    }

    public List<Change> changes() {
        List<RawChange> raw = RawChange.parse(shadow.rawChanges(from, to, true));
        Map<String, String> targets = targets(raw);
        return raw.stream()
                .map(change -> change.shown(targets.get(change.path())))
                .toList();
    }

    public Diff diff() {
        Path patch = shadow.notes().resolve("%s-%s.patch".formatted(from.substring(0, 16), to.substring(0, 16)));
        if (shadow.same(from, to)) {
            return none(patch);
        }
        shadow.run(
                patch,
                "diff",
                "--binary",
                "--full-index",
                "--no-ext-diff",
                "--no-textconv",
                "--no-color",
                "-M",
                "--src-prefix=a/",
                "--dst-prefix=b/",
                from,
                to);
        List<LineCount> counts = LineCount.parse(numstat());
        return new Diff(
                patch,
                size(patch),
                counts.size(),
                counts.stream().mapToInt(LineCount::added).sum(),
                counts.stream().mapToInt(LineCount::removed).sum(),
                meaningful());
    }

    private static Diff none(Path patch) {
        try {
            Files.write(patch, new byte[0]);
            return new Diff(patch, 0, 0, 0, 0, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean meaningful() {
        boolean more =
                RawChange.parse(shadow.rawChanges(from, to, true)).stream().anyMatch(RawChange::beyondContent);
        return more
                || LineCount.parse(numstat("-w", "--ignore-blank-lines")).stream()
                        .anyMatch(LineCount::anything);
    }

    private String[] numstat(String... options) {
        List<String> line = new ArrayList<>(List.of("diff", "--numstat", "-z", "--no-ext-diff", "--no-textconv", "-M"));
        line.addAll(List.of(options));
        line.addAll(List.of(from, to));
        return shadow.run(line.toArray(String[]::new)).fields();
    }

    private Map<String, String> targets(List<RawChange> changes) {
        List<StoredFile> links =
                changes.stream().map(RawChange::stored).filter(StoredFile::link).toList();
        Map<String, String> targets = new HashMap<>();
        shadow.read(
                links,
                (link, content) -> targets.put(link.path(), RawPath.display(RawPath.of(content.readNBytes(4096)))));
        return targets;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
