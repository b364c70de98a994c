package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.host.redaction.Secret;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import java.util.Collection;
import java.util.List;

/** Finds the values of files that came along, such as {@code .env}, in files of a result: who gets the result gets them. */
public final class CopiedValues {
    private static final int MOST = 20;

    private final List<String> values;

    public CopiedValues(List<Secret> secrets) {
        this.values = secrets.stream().map(Secret::reveal).toList();
    }

    /** Does not name a value. @param changed paths */
    public List<Finding> findings(FileTree base, FileTree after, Collection<String> changed) {
        return values.isEmpty()
                ? List.of()
                : changed.stream()
                        .filter(after::has)
                        .filter(path -> holds(base.text(path), after.text(path)))
                        .sorted()
                        .limit(MOST)
                        .map(CopiedValues::finding)
                        .toList();
    }

    private boolean holds(String before, String now) {
        return values.stream().anyMatch(value -> now.contains(value) && !before.contains(value));
    }

    private static Finding finding(String path) {
        return new Finding(
                FindingKind.COPIED_VALUE,
                path,
                "holds a value of a file that came along and is no part of the result; read it from there at run time",
                true);
    }
}
