package dev.pawl.evidence.suppress;

import dev.pawl.evidence.protect.GrantedChanges;
import dev.pawl.evidence.protect.ProtectedFiles;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds marks that silence a tool that a check runs and that the base does not have. A mark that only moved, within a
 * file or to another file, does not count.
 */
public final class Suppressions {
    private static final int MAX_FINDINGS = 20;

    private final ProtectedFiles files;

    public Suppressions(ProtectedFiles files) {
        this.files = files;
    }

    /** @param changed paths that differ between the two */
    public List<Finding> findings(FileTree base, FileTree result, Collection<String> changed) {
        Set<String> paths = new TreeSet<>(changed);
        paths.removeIf(files::holdsTestsOnly);
        List<Finding> findings = new ArrayList<>();
        for (Suppression suppression : Suppression.ALL) {
            if (suppression.always() || files.starts(suppression.tool())) {
                look(suppression, base, result, paths, findings);
            }
        }
        return List.copyOf(findings.subList(0, Math.min(MAX_FINDINGS, findings.size())));
    }

    private void look(
            Suppression suppression, FileTree base, FileTree result, Set<String> paths, List<Finding> findings) {
        List<String> concerned =
                paths.stream().filter(path -> suppression.files().matches(path)).toList();
        int known = concerned.stream()
                .mapToInt(path -> marked(suppression, base.text(path)).size())
                .sum();
        int now = concerned.stream()
                .mapToInt(path -> marked(suppression, result.text(path)).size())
                .sum();
        if (now <= known) {
            return;
        }
        for (String path : concerned) {
            Set<String> old = new HashSet<>(marked(suppression, base.text(path)));
            if (!files.mayChange(path)) {
                marked(suppression, result.text(path)).stream()
                        .filter(line -> !old.contains(line))
                        .findFirst()
                        .ifPresent(line -> findings.add(finding(path, suppression, line)));
            }
        }
    }

    private static List<String> marked(Suppression suppression, String text) {
        Pattern mark = suppression.mark();
        return text.lines().filter(line -> mark.matcher(line).find()).toList();
    }

    private static Finding finding(String path, Suppression suppression, String line) {
        String shown = line.strip();
        String said = "%s: %s; remove it, or declare it in %s"
                .formatted(
                        suppression.detail(),
                        shown.length() <= 80 ? shown : shown.substring(0, 80) + "…",
                        GrantedChanges.testsKey(path));
        return new Finding(FindingKind.RUNNER_CONFIGURATION, path, said, true);
    }
}
