package dev.pawl.workspace.place;

import dev.pawl.host.file.Removal;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.git.GitInput;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SourceObjects;
import dev.pawl.workspace.git.SourceRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The commits and tags of the user's repository, kept once per task for the repositories of its checks. If the file
 * system allows it, its object files are shared with the user's repository, so git must not write to it.
 */
final class BaseHistory {
    private static final String UPLOAD_PACK = "git -c 'safe.directory=*' upload-pack";
    private static final String HEADS = "refs/heads/";
    private static final String ORIGIN = "refs/remotes/origin/";

    /** The state of a repository that begins from this history. */
    private static final String REFS = "pawl-refs";

    private static final String BRANCH = "pawl-branch";
    private static final String ORIGIN_HEAD = "pawl-origin";

    private final Git git;
    private final Path directory;

    private BaseHistory(Git git, Path directory) {
        this.git = git;
        this.directory = directory;
    }

    /**
     * Created by the first call.
     *
     * @param head the commit that a task started from
     * @return empty if the user's repository no longer has it
     */
    static Optional<BaseHistory> of(Git git, Path directory, SourceRepository source, String head) {
        BaseHistory history = new BaseHistory(git, directory);
        return Files.isDirectory(directory) || history.make(source, head) ? Optional.of(history) : Optional.empty();
    }

    Path objects() {
        return directory.resolve("objects");
    }

    /** Commits whose parents are missing; absent if the history is complete. */
    Path shallow() {
        return directory.resolve("shallow");
    }

    /** Tags and remote branches, one line each as in {@code packed-refs}. */
    String refs() {
        return read(REFS);
    }

    /** The full name of the branch that the user was on; empty if there was none. */
    String branch() {
        return read(BRANCH);
    }

    /** The target of {@code origin/HEAD}; empty if it is the user's branch. */
    String originHead() {
        return read(ORIGIN_HEAD);
    }

    private boolean make(SourceRepository source, String head) {
        Path draft = directory.resolveSibling(directory.getFileName() + "-" + UUID.randomUUID());
        try {
            copy(source, draft);
            if (!git.attempt(in(draft, "cat-file", "-e", head + "^{commit}")).ok()) {
                return false;
            }
            Files.writeString(draft.resolve(BRANCH), branchOf(source));
            Files.writeString(draft.resolve(ORIGIN_HEAD), originHeadOf(source));
            Files.write(draft.resolve(REFS), RawPath.bytes(String.join("", refsOf(source, draft))));
            Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (GitFailure gone) {
            if (gone.diskFull()) {
                throw gone;
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the history of " + source.directory(), e);
        } finally {
            Removal.remove(draft);
        }
    }

    /**
     * Git reads a repository that borrows objects, since the lending one may be invisible to a check, and a shallow
     * one. Of a partial one that is shallow, too, it can read the last commit only.
     */
    private void copy(SourceRepository source, Path draft) {
        boolean borrows = Files.exists(source.commonDirectory().resolve("objects/info/alternates"));
        List<String> line = new ArrayList<>(List.of("clone", "--quiet", "--bare", "--template=", "--upload-pack"));
        SourceObjects objects = new SourceObjects(git, source);
        if (objects.partial() && objects.shallow()) {
            line.addAll(List.of(UPLOAD_PACK, "--no-local", "--depth=1", "--"));
        } else {
            line.addAll(List.of(UPLOAD_PACK, borrows ? "--no-local" : "--local", "--"));
        }
        line.addAll(List.of(source.directory().toString(), draft.toString()));
        git.run(GitCommand.in(draft.resolveSibling("."), line.toArray(String[]::new)));
    }

    private String branchOf(SourceRepository source) {
        String name =
                git.attempt(source.read("symbolic-ref", "--quiet", "HEAD")).line();
        return name.startsWith(HEADS) ? name : "";
    }

    private String originHeadOf(SourceRepository source) {
        String name = git.attempt(source.read("symbolic-ref", "--quiet", ORIGIN + "HEAD"))
                .line();
        return name.startsWith(ORIGIN) ? name : "";
    }

    /** Those whose objects exist here. */
    private List<String> refsOf(SourceRepository source, Path draft) {
        String[] named = RawPath.of(git.run(source.read(
                                "for-each-ref",
                                "--format=%(if)%(symref)%(then)%(else)%(objectname) %(refname)%(end)",
                                "refs/tags",
                                "refs/remotes/origin"))
                        .out())
                .split("\n", 0);
        List<String> lines = new ArrayList<>();
        for (String line : named) {
            if (!line.isEmpty()) {
                lines.add(line + "\n");
            }
        }
        GitInput ids = out -> {
            for (String line : lines) {
                out.write(RawPath.bytes(line.substring(0, line.indexOf(' ')) + "\n"));
            }
        };
        String[] there = git.run(
                        in(draft, "cat-file", "--batch-check=%(objecttype)").input(ids))
                .line()
                .split("\n", 0);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size() && i < there.length; i++) {
            if (!there[i].endsWith(" missing")) {
                kept.add(lines.get(i));
            }
        }
        return kept;
    }

    private static GitCommand in(Path repository, String... arguments) {
        List<String> line = new ArrayList<>(List.of("--git-dir=" + repository));
        line.addAll(List.of(arguments));
        return GitCommand.in(repository, line.toArray(String[]::new));
    }

    private String read(String name) {
        try {
            return RawPath.of(Files.readAllBytes(directory.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the history of a task", e);
        }
    }
}
