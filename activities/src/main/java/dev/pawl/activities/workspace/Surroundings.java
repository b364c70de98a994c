package dev.pawl.activities.workspace;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The places an agent must leave alone, as a map from each thing to a text that changes with it.
 *
 * @param repository of the user; absent where there is none
 * @param source the user's directory; absent where the agent works in it
 * @param siblings what is beside the workspace
 */
record Surroundings(
        @Nullable RepositoryMarks repository,
        @Nullable DirectoryMarks source,
        @Nullable DirectoryMarks siblings) {
    static final String GIT = "git:";
    static final String SOURCE = "source:";
    static final String BESIDE = "beside:";

    /** In the map where a directory was too large to be looked at as a whole. */
    static final String PARTIAL = "partial:";

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
