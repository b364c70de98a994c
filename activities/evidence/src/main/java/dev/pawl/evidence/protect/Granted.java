package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.ChangeKind;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The changes to the base's tests that a result made and its task allows.
 *
 * @param changed current paths by paths of the base; empty for a removed file
 * @param added new files that belong to these changes, unlike added tests, without which the base's tests have to pass
 */
public record Granted(SortedMap<String, String> changed, Set<String> added) {
    private static final int MAX_FINDINGS = 20;

    static Granted of(GrantedChanges grants, List<Change> changes, FileTree base, FileTree result) {
        SortedMap<String, String> changed = new TreeMap<>();
        Set<String> added = new TreeSet<>();
        for (Change change : changes) {
            String before = change.oldPath() == null ? change.path() : change.oldPath();
            if (change.kind() == ChangeKind.ADDED) {
                if (grants.mayChange(change.path())) {
                    added.add(change.path());
                }
            } else if (grants.allow(change, before, changes, base, result)) {
                String now = change.kind() == ChangeKind.DELETED ? "" : change.path();
                changed.put(before, now);
                added.add(now);
                if (now.isEmpty() && grants.mayChange(before)) {
                    changes.stream()
                            .filter(one -> GrantedChanges.follows(one, before))
                            .forEach(one -> added.add(one.path()));
                }
            }
        }
        return new Granted(changed, added);
    }

    /**
     * One non-blocking finding for each changed file that checks trust.
     *
     * @param trusted whether checks trust a file of the base
     */
    public List<Finding> findings(Predicate<String> trusted) {
        return changed.entrySet().stream()
                .filter(entry -> trusted.test(entry.getKey()))
                .limit(MAX_FINDINGS)
                .map(entry -> new Finding(
                        FindingKind.TESTS_CHANGED,
                        entry.getKey(),
                        "%s, as the task allows".formatted(how(entry.getValue())),
                        false))
                .toList();
    }

    private String how(String now) {
        if (now.isEmpty()) {
            return "was removed";
        }
        return changed.containsKey(now) ? "was changed" : "was moved to " + now;
    }
}
