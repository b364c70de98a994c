package dev.pawl.workspace.integration;

import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.git.GitResult;
import dev.pawl.workspace.git.RawPath;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A three-way merge of trees, without a working tree: of text line by line, along files that one side renamed, never
 * along renamed directories. If over {@value #RENAMES} files may be renamed, only unchanged ones are taken for it.
 */
final class TreeMerge {
    private static final int RENAMES = 1000;
    private static final int CONFLICTS = 1;

    private final GitDirectory repository;

    TreeMerge(GitDirectory repository) {
        this.repository = repository;
    }

    /** @return the merged tree, or the paths that do not fit together */
    Merged merge(TaskTrees theirs, String ours) {
        if (theirs.base().equals(ours) || theirs.result().equals(ours)) {
            return new Merged.Clean(theirs.result());
        }
        String base = repository.commit(theirs.base(), null, "base");
        String head = repository.commit(ours, base, "ours");
        String work = repository.commit(theirs.result(), base, "theirs");
        GitCommand command = repository.command(
                "-c",
                "merge.renames=true",
                "-c",
                "merge.directoryRenames=false",
                "-c",
                "merge.renameLimit=" + RENAMES,
                "-c",
                "merge.renormalize=false",
                "-c",
                "merge.default=text",
                "merge-tree",
                "--write-tree",
                "--name-only",
                "--no-messages",
                "-z",
                head,
                work);
        GitResult result = repository.attempt(command);
        if (result.exit() > CONFLICTS || result.exit() < 0) {
            throw new GitFailure(command, result);
        }
        List<String> fields = new ArrayList<>(List.of(result.fields()));
        String tree = fields.removeFirst();
        if (result.ok()) {
            return new Merged.Clean(tree);
        }
        // Git gives a path that both sides use for different kinds of things the name of a side.
        Pattern side = Pattern.compile("~(?:%s|%s)(?:_\\d+)?$".formatted(head, work));
        SortedSet<String> paths = new TreeSet<>();
        fields.forEach(path -> paths.add(RawPath.display(side.matcher(path).replaceFirst(""))));
        return new Merged.Conflict(paths);
    }
}
