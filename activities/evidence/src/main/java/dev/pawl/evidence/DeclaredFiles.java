package dev.pawl.evidence;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.evidence.FileEvidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.SnapshotPath;
import dev.pawl.workspace.snapshot.Change;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for the files that a task declares, only in the snapshot. */
final class DeclaredFiles {
    /** White space and invisible characters. */
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}\\p{Z}]+");

    private final Workspace workspace;
    private final FileTree base;
    private final FileTree result;
    private final List<Change> changes;
    private final List<FileEvidence> evidence = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    DeclaredFiles(Workspace workspace, FileTree base, FileTree result, List<Change> changes) {
        this.workspace = workspace;
        this.base = base;
        this.result = result;
        this.changes = changes;
    }

    void look(List<String> declared) {
        declared.forEach(this::look);
    }

    List<FileEvidence> evidence() {
        return List.copyOf(evidence);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void look(String declared) {
        String path = SnapshotPath.named(declared, this::known);
        if (result.has(path)) {
            evidence.add(file(declared, path));
            return;
        }
        List<String> below = result.files().stream()
                .filter(name -> SnapshotPath.below(path, name))
                .toList();
        if (!below.isEmpty()) {
            evidence.add(directory(declared, path, below));
            return;
        }
        evidence.add(new FileEvidence(declared, false, true, base.has(path)));
        if (workspace.present(path)) {
            String detail = workspace.ignored(path)
                    ? "is ignored by %s, so it is no part of the result"
                            .formatted(workspace.ignoringRule(path).orElse("the rules of the base"))
                    : "exists, but cannot be part of the result";
            findings.add(new Finding(FindingKind.HIDDEN_BY_IGNORE, declared, detail, true));
        }
    }

    private FileEvidence file(String declared, String path) {
        byte[] content = content(path);
        if (content == null) {
            findings.add(new Finding(
                    FindingKind.UNREADABLE_RESULT,
                    declared,
                    "is a link to something that is not a file of the result",
                    true));
            return new FileEvidence(declared, false, true, true);
        }
        String text = shown(content);
        byte[] before = base.content(path);
        if (leadsToOld(path, content)) {
            findings.add(new Finding(
                    FindingKind.UNREADABLE_RESULT,
                    declared,
                    "is a link to a file that the base already has; write the result itself",
                    true));
            return new FileEvidence(declared, true, text.isEmpty(), false);
        }
        boolean changed = before == null ? !base.has(path) : differs(content, before);
        return new FileEvidence(declared, true, text.isEmpty(), changed);
    }

    /** Whether more than white space differs; in a binary file, any byte. */
    private static boolean differs(byte[] content, byte[] before) {
        String text = shown(content);
        return text.indexOf('\uFFFD') >= 0 ? !Arrays.equals(content, before) : !text.equals(shown(before));
    }

    private FileEvidence directory(String declared, String path, List<String> below) {
        boolean empty = below.stream().noneMatch(name -> {
            byte[] content = result.content(name);
            return content != null && !shown(content).isEmpty();
        });
        boolean changed = changes.stream()
                .flatMap(change -> change.paths().stream())
                .anyMatch(name -> SnapshotPath.below(path, name));
        return new FileEvidence(declared, true, empty, changed);
    }

    /** Whether the path is a new link to unchanged content, which is no work. */
    private boolean leadsToOld(String path, byte[] content) {
        String target = newLink(path);
        byte[] before = target == null ? null : base.content(SnapshotPath.target(path, target));
        return before != null && Arrays.equals(before, content);
    }

    private @Nullable String newLink(String path) {
        return changes.stream()
                .filter(change -> change.path().equals(path))
                .map(Change::linkTarget)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The content of a file, or of a link's target within the result. */
    private byte @Nullable [] content(String path) {
        byte[] content = result.content(path);
        if (content != null) {
            return content;
        }
        String target = newLink(path);
        if (target == null || target.startsWith("/")) {
            return null;
        }
        return result.content(SnapshotPath.target(path, target));
    }

    private static String shown(byte[] content) {
        return NOTHING.matcher(new String(content, StandardCharsets.UTF_8)).replaceAll("");
    }

    private boolean known(String path) {
        return result.has(path)
                || base.has(path)
                || result.files().stream().anyMatch(file -> SnapshotPath.below(path, file));
    }
}
