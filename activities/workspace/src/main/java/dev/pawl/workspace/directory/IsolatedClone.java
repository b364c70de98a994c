package dev.pawl.workspace.directory;

import dev.pawl.host.file.Removal;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SourceObjects;
import dev.pawl.workspace.git.SourceRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A private clone of the user's repository at its HEAD: its own objects, no remote, no hooks, no settings of the
 * source.
 */
final class IsolatedClone {
    /** A separate process that does not read the source's settings and needs this permission again. */
    private static final String UPLOAD_PACK = "git -c 'safe.directory=*' upload-pack";

    private final Git git;
    private final SourceRepository source;
    private final SourceObjects objects;
    private final Path target;

    IsolatedClone(Git git, SourceRepository source, Path target) {
        this.git = git;
        this.source = source;
        this.objects = new SourceObjects(git, source);
        this.target = target;
    }

    /**
     * @param absent raw paths that a sparse checkout leaves out
     * @param history to borrow the objects from; absent for a private copy
     * @return the commit that was checked out
     */
    String make(Set<String> absent, @Nullable Path history) {
        if (source.head() == null) {
            throw new WorkspaceUnusableException(
                    "workspace %s is a git repository without commits; make the first one, or use mode: in-place"
                            .formatted(source.directory()));
        }
        boolean partial = objects.partial();
        try {
            copy(partial, history);
            if (partial) {
                git.run(here("config", "gc.auto", "0")); // it would stop at the first missing object
            }
            checkout(absent);
        } catch (GitFailure e) {
            if (e.diskFull()) {
                throw e;
            }
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

    /** A server does not send what it lacks, so the objects of a partial clone are copied as they are. */
    private void copy(boolean partial, @Nullable Path history) {
        List<String> line =
                new ArrayList<>(List.of("clone", "--quiet", "--single-branch", "--template=", "--no-checkout"));
        if (history != null) {
            line.add("--shared");
        } else if (partial && !objects.shallow()) {
            line.addAll(List.of("--local", "--no-hardlinks"));
        } else {
            line.addAll(List.of("--no-local", "--upload-pack", UPLOAD_PACK));
            if (partial) {
                line.add("--depth=1");
            }
        }
        Path from = history == null ? source.directory() : history;
        line.addAll(List.of("--", from.toString(), target.toString()));
        git.run(GitCommand.in(parent(), line.toArray(String[]::new)));
    }

    private void checkout(Set<String> absent) {
        if (absent.isEmpty()) {
            git.run(here("checkout", "--quiet", "--force"));
            return;
        }
        git.run(here("read-tree", "HEAD"));
        leaveOut(absent);
        git.run(here("checkout-index", "--all", "--force", "--quiet", "--index"));
        git.run(here("config", "core.sparseCheckout", "true"));
        git.run(here("config", "core.sparseCheckoutCone", String.valueOf(objects.cone())));
        info("sparse-checkout", objects.sparsePatterns());
    }

    /** Git takes these files of the index as not wanted in the directory. */
    void leaveOut(Set<String> absent) {
        if (!absent.isEmpty()) {
            Set<String> tracked = Set.of(git.run(here("ls-files", "-z")).fields());
            mark("--skip-worktree", absent.stream().filter(tracked::contains).toList());
        }
    }

    /** Git takes these files of the index as unchanged, whatever they contain. */
    void takeAsUnchanged(Collection<String> paths) {
        mark("--assume-unchanged", paths);
    }

    private void mark(String how, Collection<String> paths) {
        if (!paths.isEmpty()) {
            git.run(here("update-index", how, "-z", "--stdin").input(out -> {
                for (String path : paths) {
                    out.write(RawPath.bytes(path + "\0"));
                }
            }));
        }
    }

    /** {@code git submodule update} leaves the submodules alone, whose files are there without repositories. */
    void settle(Map<String, String> submodules) {
        for (String name : submodules.values()) {
            git.attempt(here("config", "submodule.%s.update".formatted(RawPath.text(name)), "none"));
        }
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

    /** Its own ignore rules, one character per byte. */
    void exclude(String rules) {
        info("exclude", rules);
    }

    private void info(String name, String text) {
        try {
            Path info = Files.createDirectories(target.resolve(".git/info"));
            Files.write(info.resolve(name), RawPath.bytes(text));
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
