package dev.pawl.workspace.delivery;

import dev.pawl.host.file.Removal;
import dev.pawl.workspace.directory.UncommittedPaths;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SourceRepository;
import dev.pawl.workspace.snapshot.RawChange;
import dev.pawl.workspace.snapshot.TreeWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Commits on top of a commit of the user's repository, created in a temporary repository of ours that borrows the
 * user's objects. The first one has what was uncommitted when the task started, if anything.
 */
final class BranchDraft implements AutoCloseable {
    private static final String UPLOAD_PACK = "git -c 'safe.directory=*' upload-pack";
    private static final int SHA1 = 40;
    private static final String RESULT = "refs/heads/result";

    private final Git git;
    private final SourceRepository source;
    private final Workspace workspace;
    private final String head;
    private final Path repository;
    private final Path tree;

    BranchDraft(Git git, SourceRepository source, Workspace workspace) {
        this.git = git;
        this.source = source;
        this.workspace = workspace;
        this.head = String.valueOf(workspace.record().head());
        this.repository = workspace.shadow().notes().resolve("branch.git");
        this.tree = workspace.shadow().notes().resolve("branch.tree");
    }

    /** Returns the same commit for the same snapshot and title. */
    String commit(String snapshot, String title) {
        begin();
        String parent = head;
        if (!workspace.record().uncommitted().isEmpty()) {
            parent = commit(
                    parent,
                    workspace.base(),
                    UncommittedPaths.of(workspace),
                    "What was not committed when the task started");
        }
        List<String> changed =
                RawChange.parse(workspace.shadow().rawChanges(workspace.base(), snapshot, false)).stream()
                        .map(RawChange::path)
                        .toList();
        return commit(parent, snapshot, changed, title);
    }

    /** The only command that writes to the user's repository. */
    GitCommand fetch(String commit, String branch) {
        git.run(here("update-ref", RESULT, commit));
        return source.read(
                        "fetch",
                        "--quiet",
                        "--no-tags",
                        "--no-write-fetch-head",
                        "--no-auto-maintenance",
                        "--upload-pack",
                        UPLOAD_PACK,
                        repository.toString(),
                        RESULT + ":" + branch)
                .with("GIT_COMMITTER_NAME", "Pawl")
                .with("GIT_COMMITTER_EMAIL", "pawl@localhost");
    }

    @Override
    public void close() {
        Removal.remove(repository);
        Removal.remove(tree);
    }

    private void begin() {
        close();
        git.run(GitCommand.in(
                workspace.shadow().notes(),
                "init",
                "--quiet",
                "--bare",
                "--object-format=" + (head.length() > SHA1 ? "sha256" : "sha1"),
                "--template=",
                repository.toString()));
        Path objects = source.directory()
                .resolve(git.run(source.read("rev-parse", "--git-path", "objects"))
                        .line());
        try {
            Files.createDirectories(tree);
            Files.createDirectories(repository.resolve("info"));
            Files.writeString(repository.resolve("objects/info/alternates"), objects.normalize() + "\n");
            Path shallow = source.commonDirectory().resolve("shallow");
            if (Files.exists(shallow)) {
                Files.copy(shallow, repository.resolve("shallow"));
            }
            // Line ends as the repository wants them, but no filter programs.
            Files.writeString(repository.resolve("info/attributes"), "* !filter !ident\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        git.run(here("read-tree", head));
    }

    private String commit(String parent, String snapshot, List<String> paths, String message) {
        TreeSet<String> wanted = new TreeSet<>(paths);
        Removal.remove(tree);
        try {
            Files.createDirectories(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        workspace
                .shadow()
                .read(
                        workspace.shadow().files(snapshot).stream()
                                .filter(file -> wanted.contains(file.path()) || attributes(file.path()))
                                .toList(),
                        new TreeWriter(tree));
        git.run(here("--work-tree=" + tree, "update-index", "--add", "--remove", "--replace", "-z", "--stdin")
                .input(out -> {
                    for (String path : wanted) {
                        out.write(RawPath.bytes(path + "\0"));
                    }
                }));
        return stored(parent, message);
    }

    /** A partial clone need not have the contents beside the changed ones. */
    private String stored(String parent, String message) {
        String content = git.run(here("write-tree", "--missing-ok")).line();
        String date = git.run(here("log", "-1", "--format=%ct", head)).line() + " +0000";
        return git.run(here("commit-tree", content, "-p", parent, "-m", message)
                        .with("GIT_AUTHOR_NAME", "Pawl")
                        .with("GIT_AUTHOR_EMAIL", "pawl@localhost")
                        .with("GIT_AUTHOR_DATE", date)
                        .with("GIT_COMMITTER_NAME", "Pawl")
                        .with("GIT_COMMITTER_EMAIL", "pawl@localhost")
                        .with("GIT_COMMITTER_DATE", date))
                .line();
    }

    private static boolean attributes(String path) {
        return path.equals(".gitattributes") || path.endsWith("/.gitattributes");
    }

    private GitCommand here(String... arguments) {
        List<String> line = new ArrayList<>(List.of("--git-dir=" + repository));
        line.addAll(List.of(arguments));
        return GitCommand.in(workspace.shadow().notes(), line.toArray(String[]::new));
    }
}
