package dev.pawl.workspace.integration;

import dev.pawl.host.file.Removal;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.git.GitResult;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.snapshot.KnownSnapshots;
import dev.pawl.workspace.snapshot.ShadowRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Git's commands in an integration repository. Settings and attributes are Pawl's own each time, so that what an agent
 * wrote into either starts no program and changes no merge.
 */
final class GitDirectory {
    private static final String CONFIG = """
            [core]
            \tfilemode = true
            \tbare = false
            \tlogallrefupdates = true
            """;

    private static final String SHA1_FORMAT = "\trepositoryformatversion = 0\n";
    private static final String SHA256_FORMAT =
            "\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n";

    /** Line ends as the repository wants them, but no programs; merges are plain three-way merges of text. */
    private static final String ATTRIBUTES = "* !filter !merge !diff !conflict-marker-size\n";

    /** Name of a variable: another index than the repository's. */
    static final String INDEX = "GIT_INDEX_FILE";

    /** Exit code of a question for something that does not exist. */
    private static final int MISSING = 1;

    private static final int SHA1 = 40;
    private static final int SHA256 = 64;
    private static final String NAME = "Pawl";
    private static final String EMAIL = "pawl@localhost";

    private final Git git;
    private final Path directory;

    GitDirectory(Git git, Path directory) {
        this.git = git;
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    private Path gitDirectory() {
        return directory.resolve(".git");
    }

    /**
     * Pawl's settings, and no lock that a killed git left.
     *
     * @param commit any of the repository, for the format of its ids
     */
    void settle(String commit) {
        try {
            write("config", CONFIG + (commit.length() > SHA1 ? SHA256_FORMAT : SHA1_FORMAT));
            Files.deleteIfExists(gitDirectory().resolve("config.worktree"));
            write("info/attributes", ATTRIBUTES);
            removeLocks();
            Removal.remove(scratch());
            Files.createDirectories(scratch());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + gitDirectory(), e);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = gitDirectory().resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        Path next = file.resolveSibling(file.getFileName() + ".pawl");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void removeLocks() throws IOException {
        List<Path> locks = new ArrayList<>();
        try (Stream<Path> top = Files.list(gitDirectory());
                Stream<Path> refs = Files.walk(gitDirectory().resolve("refs"))) {
            Stream.concat(top, refs)
                    .filter(file -> String.valueOf(file.getFileName()).endsWith(".lock"))
                    .forEach(locks::add);
        }
        for (Path lock : locks) {
            Files.deleteIfExists(lock);
        }
    }

    /** In place of an id, as long as those of this repository. */
    String absent() {
        return "0".repeat(run("rev-parse", "--show-object-format").line().equals("sha256") ? SHA256 : SHA1);
    }

    GitResult run(String... arguments) {
        return git.run(command(arguments));
    }

    GitResult run(GitCommand command) {
        return git.run(command);
    }

    GitResult attempt(String... arguments) {
        return git.attempt(command(arguments));
    }

    GitResult attempt(GitCommand command) {
        return git.attempt(command);
    }

    /** With the files of a directory. */
    GitResult worktree(Path files, String... arguments) {
        List<String> line = new ArrayList<>(List.of("--work-tree=" + files));
        line.addAll(List.of(arguments));
        return attempt(line.toArray(String[]::new));
    }

    /** Changes refs, all or none; one character per byte. */
    void update(String changes) {
        git.run(command("update-ref", "--no-deref", "--create-reflog", "--stdin")
                .input(out -> out.write(RawPath.bytes("start\n" + changes + "prepare\ncommit\n"))));
    }

    /** The commit of this name; empty if there is none. */
    Optional<String> commit(String name) {
        GitCommand command = command("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
        GitResult result = git.attempt(command);
        if (result.exit() > MISSING || result.exit() < 0) {
            throw new GitFailure(command, result);
        }
        return result.ok() ? Optional.of(result.line()) : Optional.empty();
    }

    String tree(String commit) {
        return run("rev-parse", "--verify", "--quiet", commit + "^{tree}").line();
    }

    String commit(String tree, @Nullable String parent, String message) {
        List<String> line = new ArrayList<>(List.of("commit-tree", tree, "-F", "-"));
        if (parent != null) {
            line.addAll(List.of("-p", parent));
        }
        GitCommand command = command(line.toArray(String[]::new))
                .with("GIT_AUTHOR_NAME", NAME)
                .with("GIT_AUTHOR_EMAIL", EMAIL)
                .with("GIT_COMMITTER_NAME", NAME)
                .with("GIT_COMMITTER_EMAIL", EMAIL);
        return git.run(command.input(out -> out.write(message.getBytes(StandardCharsets.UTF_8))))
                .line();
    }

    /** As a clone would have it; the directory is empty. */
    void checkout(String tree, Path files) {
        Path index = scratch().resolve(UUID.randomUUID() + ".index");
        try {
            run(command("read-tree", tree).with(INDEX, index.toString()));
            run(command("--work-tree=" + files, "checkout-index", "--all", "--force", "--quiet")
                    .with(INDEX, index.toString()));
        } finally {
            Removal.remove(index);
        }
    }

    /** For files of one command. */
    Path scratch() {
        return gitDirectory().resolve("pawl-scratch");
    }

    /** For reading and comparing its commits and trees. */
    ShadowRepository reader() {
        return new ShadowRepository(git, gitDirectory(), new KnownSnapshots());
    }

    GitCommand command(String... arguments) {
        List<String> line = new ArrayList<>(List.of("--git-dir=" + gitDirectory()));
        line.addAll(List.of(arguments));
        return GitCommand.in(directory, line.toArray(String[]::new));
    }
}
