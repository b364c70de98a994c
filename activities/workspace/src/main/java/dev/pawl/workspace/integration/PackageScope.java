package dev.pawl.workspace.integration;

import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.Ownership;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a package may change.
 *
 * @param owns patterns, see {@link Ownership}; none means every path
 * @param mayTouch patterns of files that other packages may change as well
 */
public record PackageScope(List<String> owns, List<String> mayTouch) {
    private static final String SUBMODULE = "160000";

    public PackageScope {
        owns = List.copyOf(owns);
        mayTouch = List.copyOf(mayTouch);
    }

    /** What forbids these changes: each names a path. */
    List<Finding> violations(List<Change> changes, Collection<String> baseFiles) {
        List<String> patterns = owns.isEmpty()
                ? List.of()
                : Stream.concat(owns.stream(), mayTouch.stream()).toList();
        List<Finding> violations = new ArrayList<>();
        Ownership.findings(patterns, changes, baseFiles).stream()
                .filter(Finding::blocking)
                .forEach(violations::add);
        changes.stream()
                .filter(change ->
                        change.oldMode().equals(SUBMODULE) || change.newMode().equals(SUBMODULE))
                .map(change -> new Finding(
                        FindingKind.OUTSIDE_OWNERSHIP,
                        change.path(),
                        "%s: a submodule was added, moved or removed, which no package may".formatted(change.path()),
                        true))
                .forEach(violations::add);
        return violations;
    }
}
