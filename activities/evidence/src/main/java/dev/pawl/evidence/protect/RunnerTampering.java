package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds changes that could let a result steer its own checks and were not asked for. Pure; every finding blocks. */
public final class RunnerTampering {
    private static final int MAX_FINDINGS = 20;

    private final ProtectedFiles files;

    public RunnerTampering(ProtectedFiles files) {
        this.files = files;
    }

    /**
     * @param result the state to check, with protected files restored
     * @param changed paths that differ between the two
     */
    public List<Finding> findings(FileTree base, FileTree result, Collection<String> changed) {
        List<Finding> findings = new ArrayList<>();
        ShadowedModules shadowed = new ShadowedModules(base, files.start());
        Set<String> paths = new TreeSet<>(changed);
        for (String path : paths) {
            if (!result.has(path)) {
                continue;
            }
            if (files.unasked(path, base)) {
                findings.add(finding(
                        path,
                        "new runner configuration; if it is wanted, declare it in " + GrantedChanges.key(path, false)));
            } else if (!base.has(path) && !files.wanted(path) && shadowed.shadows(path)) {
                findings.add(finding(path, "takes the place of a module that Python or its test runner imports"));
            }
        }
        for (String path : MixedFiles.steered(base, result, paths, files)) {
            findings.add(asking(
                    path,
                    "its parts that steer the tests were changed; keep them, or declare the file in "
                            + GrantedChanges.key(path, false)));
        }
        findings.addAll(ReachIntoRunner.findings(base, result, paths, files));
        findings.addAll(EarlyEnd.findings(base, result, paths, files));
        return List.copyOf(findings.subList(0, Math.min(MAX_FINDINGS, findings.size())));
    }

    private static Finding asking(String path, String detail) {
        return Finding.asking(FindingKind.RUNNER_CONFIGURATION, path, detail);
    }

    static Finding finding(String path, String detail) {
        return new Finding(FindingKind.RUNNER_CONFIGURATION, path, detail, true);
    }
}
