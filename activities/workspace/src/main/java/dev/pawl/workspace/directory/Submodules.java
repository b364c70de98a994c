package dev.pawl.workspace.directory;

import dev.pawl.host.file.Removal;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.git.Gitlink;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SmallFile;
import dev.pawl.workspace.git.SourceObjects;
import dev.pawl.workspace.git.SourceRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the files of submodules into a workspace, nested ones too, from the user's own clones of them. Settings and
 * hooks of those clones are not read, and nothing is fetched. Without repositories of their own, the files are a part
 * of the workspace.
 */
final class Submodules {
    private static final int SHA1 = 40;

    private final Git git;
    private final SourceRepository source;
    private final Path workspace;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<Path> repositories = new ArrayList<>();

    Submodules(Git git, SourceRepository source, Path workspace) {
        this.git = git;
        this.source = source;
        this.workspace = workspace;
    }

    /** Names of all submodules by their raw paths. */
    Map<String, String> names() {
        return names;
    }

    /** The user's clones that were used. */
    List<Path> repositories() {
        return repositories;
    }

    /** @param commit of the source */
    void populate(String commit) {
        level(new SourceObjects(git, source).homes(), source.commonDirectory(), "", commit);
    }

    private void level(List<Path> homes, Path repository, String above, String commit) {
        for (Gitlink link : Gitlink.of(git, repository, commit)) {
            String path = RawPath.child(above, link.path());
            Path clone = clone(homes, path, link).orElseThrow(() -> missing(path, link));
            try {
                checkout(clone, link.commit(), RawPath.resolve(workspace, path));
            } catch (GitFailure incomplete) {
                throw incomplete.diskFull() ? incomplete : missing(path, link);
            }
            names.put(path, link.name());
            repositories.add(clone);
            level(List.of(clone), clone, path, link.commit());
        }
    }

    /** The directory of the user's clone that has the commit. */
    private Optional<Path> clone(List<Path> homes, String path, Gitlink link) {
        List<Path> candidates = new ArrayList<>();
        if (link.wellNamed()) {
            homes.forEach(home -> candidates.add(RawPath.resolve(home.resolve("modules"), link.name())));
        }
        if (!source.bare()) {
            Path checkedOut = RawPath.resolve(source.directory(), path);
            Path dotGit = checkedOut.resolve(".git");
            String pointer = SmallFile.raw(dotGit).strip();
            candidates.add(
                    pointer.startsWith("gitdir: ")
                            ? checkedOut
                                    .resolve(RawPath.path(pointer.substring("gitdir: ".length())))
                                    .normalize()
                            : dotGit);
        }
        return candidates.stream()
                .filter(candidate -> Files.isDirectory(candidate.resolve("objects")))
                .filter(candidate -> git.attempt(GitCommand.in(
                                candidate,
                                "--git-dir=" + candidate,
                                "--work-tree=" + candidate, // its own setting may name a missing directory
                                "cat-file",
                                "-e",
                                link.commit() + "^{tree}"))
                        .ok())
                .findFirst();
    }

    private WorkspaceUnusableException missing(String path, Gitlink link) {
        String next = source.bare()
                ? "name a clone with a work tree and 'git submodule update --init --recursive' in it"
                : "run: git -C %s submodule update --init --recursive".formatted(source.directory());
        return new WorkspaceUnusableException("workspace %s: commit %s of submodule %s is not on this machine; %s"
                .formatted(source.directory(), link.commit().substring(0, 12), RawPath.display(path), next));
    }

    /** Through a repository of Pawl's own that borrows the objects: line ends as wanted there, but no programs. */
    private void checkout(Path clone, String commit, Path files) {
        Path draft = workspace.resolveSibling("submodule.git");
        Removal.remove(draft);
        try {
            git.run(GitCommand.in(
                    workspace,
                    "init",
                    "--quiet",
                    "--bare",
                    "--object-format=" + (commit.length() > SHA1 ? "sha256" : "sha1"),
                    "--template=",
                    draft.toString()));
            Files.writeString(
                    draft.resolve("objects/info/alternates"), clone.resolve("objects") + "\n", StandardCharsets.UTF_8);
            Files.createDirectories(draft.resolve("info"));
            Files.writeString(draft.resolve("info/attributes"), "* !filter\n");
            Files.createDirectories(files);
            git.run(GitCommand.in(draft, "--git-dir=" + draft, "read-tree", commit));
            git.run(GitCommand.in(
                    files,
                    "--git-dir=" + draft,
                    "--work-tree=" + files,
                    "checkout-index",
                    "--all",
                    "--force",
                    "--quiet"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the submodule " + files, e);
        } finally {
            Removal.remove(draft);
        }
    }
}
