package dev.pawl.workspace.directory;

import dev.pawl.host.file.Removal;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SourceRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * A private clone of the user's repository at its HEAD: its own objects, no remote, no hooks, no settings of the
 * source.
 */
final class IsolatedClone {
    /** A separate process that does not read the source's settings and needs this permission again. */
    private static final String UPLOAD_PACK = "git -c 'safe.directory=*' upload-pack";

    private final Git git;
    private final SourceRepository source;
    private final Path target;

    IsolatedClone(Git git, SourceRepository source, Path target) {
        this.git = git;
        this.source = source;
        this.target = target;
    }

    /** @return the commit that was checked out */
    String make() {
        refuseSubmodules();
        try {
            git.run(GitCommand.in(
                    parent(),
                    "clone",
                    "--quiet",
                    "--no-local",
                    "--single-branch",
                    "--template=",
                    "--no-checkout",
                    "--upload-pack",
                    UPLOAD_PACK,
                    "--",
                    source.directory().toString(),
                    target.toString()));
            git.run(here("checkout", "--quiet", "--force"));
        } catch (GitFailure e) {
            throw new WorkspaceUnusableException(
                    "workspace %s cannot be cloned: %s".formatted(source.directory(), e.error()), e);
        }
        git.attempt(here("remote", "set-head", "origin", "--delete")); // fails for a detached HEAD, which has none
        git.run(here("remote", "remove", "origin"));
        git.run(here("config", "user.name", "Pawl agent"));
        git.run(here("config", "user.email", "agent@localhost"));
        exclude(source.exclude());
        return git.run(here("rev-parse", "HEAD")).line();
    }

    /** Goes back to an earlier commit than the source's current HEAD. */
    void moveTo(String commit) {
        if (git.attempt(here("cat-file", "-e", commit + "^{commit}")).ok()) {
            git.run(here("reset", "--quiet", "--hard", commit));
        }
    }

    /** Copies uncommitted changes of the source. */
    void takeOver(List<String> paths) {
        for (String path : paths) {
            Path from = RawPath.resolve(source.directory(), path);
            Path to = RawPath.resolve(target, path);
            try {
                Removal.remove(to);
                if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
                    DirectoryCopy.copy(from, to);
                } else if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(to.resolve("..").normalize());
                    DirectoryCopy.file(from, to);
                }
            } catch (IOException e) {
                throw new WorkspaceUnusableException("uncommitted %s cannot be copied: %s".formatted(from, e), e);
            }
        }
    }

    private void refuseSubmodules() {
        String head = source.head();
        if (head == null) {
            throw new WorkspaceUnusableException(
                    "workspace %s is a git repository without commits; make the first one, or use mode: in-place"
                            .formatted(source.directory()));
        }
        List<String> submodules = source.submodules(head);
        if (!submodules.isEmpty()) {
            throw new WorkspaceUnusableException(
                    "workspace %s has submodules (%s), which an isolated clone would leave empty; use mode: in-place, or name one of them"
                            .formatted(source.directory(), String.join(", ", submodules)));
        }
    }

    /** Its own ignore rules, one character per byte. */
    void exclude(String rules) {
        try {
            Path info = Files.createDirectories(target.resolve(".git/info"));
            Files.write(info.resolve("exclude"), RawPath.bytes(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path parent() {
        return target.resolve("..").normalize();
    }

    private GitCommand here(String... arguments) {
        return GitCommand.in(target, arguments);
    }
}
