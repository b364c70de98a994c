package dev.pawl.workspace.git;

import dev.pawl.workspace.WorkspaceUnusableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The user's own git repository: read, never written. */
public final class SourceRepository {
    /** Prefix of delivered branches, unless a task names its own. */
    public static final String RESULTS = "pawl/";

    private final Git git;
    private final Path directory;
    private final Path gitDirectory;
    private @Nullable Path commonDirectory;

    private SourceRepository(Git git, Path directory, Path gitDirectory) {
        this.git = git;
        this.directory = directory;
        this.gitDirectory = gitDirectory;
    }

    /** The repository whose work tree, or bare content, is exactly this directory; empty for any other directory. */
    public static Optional<SourceRepository> at(Git git, Path directory) {
        if (!Files.exists(directory.resolve(".git")) && !bare(directory)) {
            return Optional.empty();
        }
        GitResult result = git.attempt(GitCommand.in(directory, "rev-parse", "--absolute-git-dir")
                .with("GIT_CEILING_DIRECTORIES", String.valueOf(directory.getParent())));
        if (!result.ok()) {
            throw new WorkspaceUnusableException(
                    "workspace %s has a .git that git cannot use: %s".formatted(directory, result.error()));
        }
        return Optional.of(new SourceRepository(git, directory, Path.of(result.line())));
    }

    private static boolean bare(Path directory) {
        return Files.isRegularFile(directory.resolve("HEAD"))
                && Files.isDirectory(directory.resolve("objects"))
                && Files.isDirectory(directory.resolve("refs"));
    }

    public Path directory() {
        return directory;
    }

    /** The directory of HEAD and the index; for a linked work tree its own part. */
    public Path gitDirectory() {
        return gitDirectory;
    }

    /** The directory of branches, settings and objects; for a linked work tree that of its main repository. */
    public Path commonDirectory() {
        Path known = commonDirectory;
        if (known == null) {
            known = gitDirectory
                    .resolve(git.run(read("rev-parse", "--git-common-dir")).line())
                    .normalize();
            commonDirectory = known;
        }
        return known;
    }

    public boolean bare() {
        return !Files.exists(directory.resolve(".git"));
    }

    /** The commit of HEAD; null before the first one. */
    @Nullable
    public String head() {
        GitResult result = git.attempt(read("rev-parse", "--verify", "--quiet", "HEAD^{commit}"));
        return result.ok() ? result.line() : null;
    }

    /** The files that git tracks here now, raw. */
    public NavigableSet<String> tracked() {
        return new TreeSet<>(List.of(git.run(read("ls-files", "-z", "--cached")).fields()));
    }

    /** Changes of the work tree against HEAD, and untracked files that are not ignored. */
    public List<String> uncommitted() {
        if (bare()) {
            return List.of();
        }
        List<String> line = new ArrayList<>(withoutFilters());
        line.addAll(List.of(
                "--git-dir=" + gitDirectory,
                "--work-tree=" + directory,
                "-c",
                "protocol.file.allow=never",
                "status",
                "--porcelain=v1",
                "-z",
                "--untracked-files=all",
                "--ignore-submodules=all",
                "--no-renames"));
        GitResult status = git.run(GitCommand.in(directory, line.toArray(String[]::new)));
        return List.of(status.fields()).stream()
                .map(field -> field.substring(3))
                .toList();
    }

    /** The user's own, unversioned ignore rules of this repository, one character per byte. */
    public String exclude() {
        String path = git.run(read("rev-parse", "--git-path", "info/exclude")).line();
        return SmallFile.raw(directory.resolve(path));
    }

    /** A command that reads this repository. */
    public GitCommand read(String... arguments) {
        List<String> line = new ArrayList<>(List.of("--git-dir=" + gitDirectory));
        if (!bare()) {
            line.add("--work-tree=" + directory);
        }
        line.addAll(List.of(arguments));
        return GitCommand.in(directory, line.toArray(String[]::new));
    }

    /** As {@link #read}, without fetching what a partial clone lacks. */
    public GitCommand readOffline(String... arguments) {
        List<String> line = new ArrayList<>(List.of("-c", "protocol.file.allow=never"));
        line.addAll(List.of(arguments));
        return read(line.toArray(String[]::new));
    }

    /** Content filters are programs: a status must not start one. */
    private List<String> withoutFilters() {
        GitResult config = git.attempt(read("config", "--name-only", "-z", "--get-regexp", "^filter\\."));
        List<String> line = new ArrayList<>();
        for (String name : config.fields()) {
            boolean flag = name.endsWith(".required");
            line.addAll(
                    List.of("-c", new String(RawPath.bytes(name), StandardCharsets.UTF_8) + (flag ? "=false" : "=")));
        }
        return line;
    }
}
