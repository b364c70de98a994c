package dev.pawl.workspace.snapshot;

import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import dev.pawl.workspace.git.SnapshotPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.jspecify.annotations.Nullable;

/**
 * Which paths a task may change. Patterns are relative to the workspace: {@code *} and {@code ?} stay within a name,
 * {@code **} crosses directories, a directory covers everything below it. A pattern also matches itself literally, so
 * that a name with such characters can be owned. No pattern at all means every path.
 */
public final class Ownership {
    private final List<FastIgnoreRule> rules;
    private final Set<String> names;

    private Ownership(List<String> owns) {
        this.rules = owns.stream().map(glob -> new FastIgnoreRule("/" + glob)).toList();
        this.names = SnapshotPath.named(owns);
    }

    /** Violations of the changes, see {@link #findings(List, List, Collection)}, without case clashes. */
    public static List<Finding> findings(List<String> owns, List<Change> changes) {
        return findings(owns, changes, List.of());
    }

    /**
     * Changes of paths that the task does not own (both sides of a rename, modes too), links that point out of the
     * workspace, and new paths that differ from one of the base only in case.
     */
    public static List<Finding> findings(List<String> owns, List<Change> changes, Collection<String> baseFiles) {
        Ownership ownership = new Ownership(owns);
        Map<String, String> spellings = spellings(baseFiles);
        List<Finding> findings = new ArrayList<>();
        for (Change change : changes) {
            ownership.foreign(change, findings);
            outside(change, findings);
            ownership.clash(change, spellings, findings);
        }
        return List.copyOf(findings);
    }

    /** Whether a path matches one of the patterns; for many paths. */
    public static Predicate<String> of(List<String> patterns) {
        return new Ownership(patterns)::owns;
    }

    /** Whether a path matches one of the patterns. */
    public static boolean owns(List<String> owns, String path) {
        return new Ownership(owns).owns(path);
    }

    private boolean owns(String path) {
        String text = SnapshotPath.text(path);
        return rules.isEmpty()
                || rules.stream().anyMatch(rule -> rule.isMatch(text, false))
                || names.contains(path)
                || SnapshotPath.directories(path).stream().anyMatch(names::contains);
    }

    private void foreign(Change change, List<Finding> findings) {
        for (String path : change.paths()) {
            if (!owns(path)) {
                String what = change.modeChanged()
                        ? "mode %s became %s".formatted(change.oldMode(), change.newMode())
                        : change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                findings.add(new Finding(
                        FindingKind.OUTSIDE_OWNERSHIP,
                        path,
                        "%s: %s, but the task does not own it".formatted(path, what),
                        true));
            }
        }
    }

    private static void outside(Change change, List<Finding> findings) {
        if (change.linkTarget() != null && LinkTarget.leadsOut(change.path(), change.linkTarget())) {
            findings.add(new Finding(
                    FindingKind.OUTSIDE_WORKSPACE,
                    change.path(),
                    "%s is a link that leads out of the workspace, to %s".formatted(change.path(), change.linkTarget()),
                    true));
        }
    }

    private void clash(Change change, Map<String, String> spellings, List<Finding> findings) {
        if (change.kind() != ChangeKind.ADDED && change.kind() != ChangeKind.RENAMED) {
            return;
        }
        String other = clashing(change, spellings);
        if (other != null) {
            findings.add(new Finding(
                    FindingKind.OUTSIDE_OWNERSHIP,
                    change.path(),
                    "%s differs from %s only in case; some file systems treat them as one"
                            .formatted(change.path(), other),
                    !owns(other)));
        }
    }

    private static @Nullable String clashing(Change change, Map<String, String> spellings) {
        String path = change.path();
        for (String place : withDirectories(path)) {
            String other = spellings.get(place.toLowerCase(Locale.ROOT));
            if (other != null && !other.equals(place) && !other.equals(change.oldPath())) {
                return other;
            }
        }
        return null;
    }

    /** Every file and directory of the base by its lower-case spelling. */
    private static Map<String, String> spellings(Collection<String> files) {
        Map<String, String> spellings = new HashMap<>();
        for (String file : files) {
            for (String place : withDirectories(file)) {
                spellings.putIfAbsent(place.toLowerCase(Locale.ROOT), place);
            }
        }
        return spellings;
    }

    /** Innermost first. */
    private static List<String> withDirectories(String path) {
        List<String> places = new ArrayList<>(SnapshotPath.directories(path));
        places.add(path);
        return places.reversed();
    }
}
