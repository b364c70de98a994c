package dev.pawl.workspace.integration;

import dev.pawl.host.file.Removal;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.directory.UncommittedPaths;
import dev.pawl.workspace.directory.Workspace;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.snapshot.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An integration repository that is being made beside the place where it appears, complete, at the end. */
final class IntegrationDraft {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");
    private static final int MERGES_TREES = 2038;

    private final Git git;
    private final Workspace workspace;
    private final Path draft;

    /** @param workspace of the plan; its directory becomes the repository */
    IntegrationDraft(Git git, Workspace workspace, Path draft) {
        this.git = git;
        this.workspace = workspace;
        this.draft = draft;
    }

    void make(Path directory) {
        Removal.remove(draft);
        try {
            Files.move(workspace.directory(), draft, StandardCopyOption.ATOMIC_MOVE);
            // Kept elsewhere for the packages and the checks; this repository outlives the plan.
            workspace.record().copied().forEach(path -> Removal.remove(RawPath.resolve(draft, path)));
            GitDirectory repository = new GitDirectory(git, draft);
            String head = workspace.record().head();
            if (head == null) {
                git.run(GitCommand.in(draft, "init", "--quiet", "--object-format=sha1", "--template=", "."));
            }
            requireMerges(repository);
            repository.settle(head == null ? workspace.base() : head);
            begin(repository, start(repository));
            Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the integration repository " + directory, e);
        }
    }

    private static void requireMerges(GitDirectory repository) {
        Matcher version = VERSION.matcher(repository.run("version").line());
        if (version.find()
                && Integer.parseInt(version.group(1)) * 1000 + Integer.parseInt(version.group(2)) < MERGES_TREES) {
            throw new WorkspaceUnusableException(
                    "a plan needs git 2.38 or newer on its host, which has " + version.group());
        }
    }

    /** The user's commit if it has everything. */
    private String start(GitDirectory repository) {
        String head = workspace.record().head();
        List<String> taken = head == null
                ? workspace.shadow().files(workspace.base()).stream()
                        .map(StoredFile::path)
                        .toList()
                : UncommittedPaths.of(workspace);
        if (head != null && taken.isEmpty()) {
            return head;
        }
        try (TreeDraft tree = new TreeDraft(repository, workspace.shadow())) {
            if (head != null) {
                tree.begin(head);
            }
            return repository.commit(
                    tree.with(workspace.base(), taken),
                    head,
                    head == null
                            ? "The files that the plan started from\n"
                            : "What was not committed when the plan started\n");
        }
    }

    /** Of the clone's own refs only tags stay. */
    private static void begin(GitDirectory repository, String start) {
        StringBuilder own = new StringBuilder();
        String[] refs = RawPath.of(repository
                        .run("for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes")
                        .out())
                .split("\n", 0);
        for (String ref : refs) {
            if (!ref.isEmpty()) {
                own.append("delete %s\n".formatted(ref));
            }
        }
        repository.run("symbolic-ref", "HEAD", IntegrationRepository.BRANCH);
        repository.update(own.toString());
        repository.update("update %1$s %2$s\nupdate %3$s %2$s\nupdate %4$s %2$s\n"
                .formatted(
                        IntegrationRepository.BRANCH, start, IntegrationRepository.HEAD, IntegrationRepository.START));
        repository.run("--work-tree=" + repository.directory(), "reset", "--quiet", "--hard");
    }
}
