package dev.pawl.workspace.directory;

import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitResult;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SourceObjects;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.notes.Count;
import java.util.HashSet;
import java.util.Set;

/** Whether a partial clone has the files of its HEAD on this machine; nothing is fetched. */
record PartialClone(Git git, SourceRepository source) {
    /**
     * @param absent raw paths that a sparse checkout leaves out
     * @throws WorkspaceUnusableException with the command that fetches what is missing
     */
    void requireFiles(Set<String> absent) {
        GitResult objects =
                git.attempt(source.readOffline("rev-list", "--objects", "--missing=print", "--no-walk", "HEAD"));
        Set<String> missing = new HashSet<>();
        for (String line : RawPath.of(objects.out()).split("\n", 0)) {
            if (line.startsWith("?")) {
                missing.add(line.substring(1));
            }
        }
        if (objects.ok() && missing.isEmpty()) {
            return;
        }
        GitResult tree = git.attempt(source.readOffline("ls-tree", "-r", "-z", "--full-tree", "HEAD"));
        if (!objects.ok() || !tree.ok()) {
            throw refused("whole directories of HEAD");
        }
        int files = 0;
        String first = "";
        for (String entry : tree.fields()) {
            int tab = entry.indexOf('\t');
            String path = entry.substring(tab + 1);
            if (missing.contains(entry.substring(0, tab).split(" ", -1)[2]) && !absent.contains(path)) {
                first = files++ == 0 ? RawPath.display(path) : first;
            }
        }
        if (files > 0) {
            throw refused("%s of HEAD, such as %s".formatted(Count.files(files), first));
        }
    }

    private WorkspaceUnusableException refused(String what) {
        boolean sparse =
                new SourceObjects(git, source).setting("core.sparseCheckout").equals("true");
        String command = sparse ? "git -C %s sparse-checkout disable" : "git -C %s archive --output=/dev/null HEAD";
        return new WorkspaceUnusableException("workspace %s is a partial clone that lacks %s; fetch them with: %s"
                .formatted(source.directory(), what, command.formatted(source.directory())));
    }
}
