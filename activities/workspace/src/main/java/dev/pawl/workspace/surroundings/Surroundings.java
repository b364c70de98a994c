package dev.pawl.workspace.surroundings;

import dev.pawl.host.process.WriteProtection;
import dev.pawl.workspace.git.SnapshotPath;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an agent must leave alone, as a map from each item to a text that changes with it.
 *
 * @param repository of the user; absent if there is none
 * @param source the user's directory; absent if the agent works in it
 * @param siblings what is beside the workspace
 */
record Surroundings(
        @Nullable RepositoryMarks repository,
        @Nullable DirectoryMarks source,
        @Nullable DirectoryMarks siblings) {
    static final String GIT = "git:";
    static final String SOURCE = "source:";
    static final String BESIDE = "beside:";

    /** Marks a directory that was too large to be inspected completely. */
    static final String PARTIAL = "partial:";

    /** The kinds of marks, such as {@link #GIT}, that no process under this protection can have changed. */
    Set<String> outOfReach(WriteProtection protection) {
        Set<String> kinds = new TreeSet<>();
        if (repository != null && repository.places().stream().allMatch(protection::covers)) {
            kinds.add(GIT);
        }
        if (source != null && protection.covers(source.root())) {
            kinds.add(SOURCE);
        }
        if (siblings != null && protection.covers(siblings.root())) {
            kinds.add(BESIDE);
        }
        return kinds;
    }

    /** The path of a mark; for git's marks the user's directory. */
    @Nullable
    Path place(String key) {
        String name = key.substring(key.indexOf(':') + 1);
        if (key.startsWith(GIT)) {
            return repository == null ? null : repository.directory();
        }
        DirectoryMarks marks = key.startsWith(SOURCE) ? source : siblings;
        return marks == null ? null : SnapshotPath.resolve(marks.root(), name);
    }

    Map<String, String> look() {
        Map<String, String> marks = new TreeMap<>();
        if (repository != null) {
            repository.look().forEach((name, mark) -> marks.put(GIT + name, mark));
        }
        if (source != null) {
            source.look(SOURCE, marks);
        }
        if (siblings != null) {
            siblings.look(BESIDE, marks);
        }
        return marks;
    }
}
