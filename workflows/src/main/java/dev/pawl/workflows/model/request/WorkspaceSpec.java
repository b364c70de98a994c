package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pawl.workflows.model.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent works on.
 *
 * @param source the directory that the user named; absent means an empty workspace
 * @param mode {@code in_place} requires a source
 * @param includeUncommitted start from the working tree instead of the last commit
 * @param sandbox for the agent and the checks; absent means none
 * @param copy patterns, as in {@code .gitignore}, of untracked files to copy, which are not part of the result
 * @param directory of the source in which the agent, setup and checks start; absent means its top. All paths of a task
 *     are relative to the top
 * @param from the result that the task starts from; absent means the source
 */
public record WorkspaceSpec(
        @Nullable String source,
        WorkspaceMode mode,
        boolean includeUncommitted,
        @Nullable SandboxSpec sandbox,
        List<String> copy,
        @Nullable String directory,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ForkPoint from) {
    private static final int MOST_PATTERNS = 100;

    public WorkspaceSpec {
        copy = Require.list(copy);
        Require.range(copy.size(), 0, MOST_PATTERNS, "the number of patterns of copy");
        RelativePaths.checked(
                copy.stream()
                        .map(pattern -> pattern.startsWith("!") ? pattern.substring(1) : pattern)
                        .toList(),
                "copy");
        if (!copy.isEmpty() && source == null) {
            throw new IllegalArgumentException("copy needs a workspace");
        }
        if (directory != null) {
            RelativePaths.checked(List.of(directory), "directory");
            if (List.of(directory.split("/", -1)).stream().anyMatch(part -> part.isEmpty() || part.equals("."))) {
                throw new IllegalArgumentException("directory: '%s' is not a plain path".formatted(directory));
            }
            if (source == null) {
                throw new IllegalArgumentException("directory needs a workspace");
            }
        }
        if (source != null) {
            Require.text(source, 4096, "workspace");
        }
        if (mode == WorkspaceMode.IN_PLACE && source == null) {
            throw new IllegalArgumentException("mode in_place needs a workspace");
        }
    }

    /** The last commit of a repository, or the files of any other directory. */
    public static WorkspaceSpec isolated(String source) {
        return new WorkspaceSpec(source, WorkspaceMode.ISOLATED, false, null, List.of(), null, null);
    }

    public static WorkspaceSpec inPlace(String source) {
        return new WorkspaceSpec(source, WorkspaceMode.IN_PLACE, false, null, List.of(), null, null);
    }

    public static WorkspaceSpec empty() {
        return new WorkspaceSpec(null, WorkspaceMode.ISOLATED, false, null, List.of(), null, null);
    }

    /** The same, starting from the working tree. */
    public WorkspaceSpec includingUncommitted() {
        return new WorkspaceSpec(source, mode, true, sandbox, copy, directory, from);
    }

    /** The same in a sandbox. */
    public WorkspaceSpec sandboxed(@Nullable SandboxSpec spec) {
        return new WorkspaceSpec(source, mode, includeUncommitted, spec, copy, directory, from);
    }

    /** The same with copies of untracked files. */
    public WorkspaceSpec copying(List<String> patterns) {
        return new WorkspaceSpec(source, mode, includeUncommitted, sandbox, patterns, directory, from);
    }

    /** The same, with programs that start in a directory of the source. */
    public WorkspaceSpec in(String part) {
        return new WorkspaceSpec(source, mode, includeUncommitted, sandbox, copy, part, from);
    }

    /** The same, starting from a result. */
    public WorkspaceSpec startingFrom(ForkPoint point) {
        return new WorkspaceSpec(source, mode, includeUncommitted, sandbox, copy, directory, point);
    }

    /** The directory in which programs start, relative to the top; empty for the top itself. */
    public String start() {
        return directory == null ? "" : directory;
    }
}
