package dev.pawl.workspace.surroundings;

import dev.pawl.db.column.Sha256;
import dev.pawl.workspace.WorkspaceUnusableException;
import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.git.GitFiles;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SmallFile;
import dev.pawl.workspace.git.SourceRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Marks of a repository's state for its user: HEAD, branches, tags, stash, settings, hooks, and optionally what is
 * staged. Objects, logs and remote branches, which git and editors update by themselves, are excluded, as are branches
 * that Pawl delivers.
 */
record RepositoryMarks(Git git, Path directory, boolean staged) {
    /** The only mark of a repository that git cannot read. */
    static final String UNUSABLE = "unusable";

    private static final List<String> FILES = List.of(
            "config",
            "config.worktree",
            "info/attributes",
            "info/exclude",
            "info/grafts",
            "objects/info/alternates",
            "commondir",
            "gitdir");

    Map<String, String> look() {
        if (!GitFiles.sound(directory)) {
            return broken();
        }
        try {
            return SourceRepository.at(git, directory).map(this::marks).orElseGet(RepositoryMarks::broken);
        } catch (WorkspaceUnusableException | GitFailure e) {
            return broken();
        }
    }

    /** The directories and files of this repository. */
    List<Path> places() {
        Path dotGit = directory.resolve(".git");
        if (!GitFiles.sound(directory)) {
            return List.of(dotGit);
        }
        try {
            return SourceRepository.at(git, directory)
                    .map(repository -> List.of(dotGit, repository.gitDirectory(), repository.commonDirectory()))
                    .orElseGet(() -> List.of(dotGit));
        } catch (WorkspaceUnusableException | GitFailure e) {
            return List.of(dotGit);
        }
    }

    private static Map<String, String> broken() {
        return Map.of(UNUSABLE, "");
    }

    private Map<String, String> marks(SourceRepository repository) {
        Map<String, String> marks = new TreeMap<>();
        marks.put(
                "HEAD", SmallFile.raw(repository.gitDirectory().resolve("HEAD")).strip());
        for (String line : git.run(repository.read(
                        "for-each-ref", "--format=%(refname) %(objectname)", "refs/heads", "refs/tags", "refs/stash"))
                .line()
                .lines()
                .toList()) {
            String name = line.substring(0, line.indexOf(' '));
            if (!name.startsWith("refs/heads/" + SourceRepository.RESULTS)) {
                marks.put(name, line.substring(name.length() + 1));
            }
        }
        files(repository, marks);
        if (staged && !repository.bare()) {
            marks.put(
                    "index",
                    Sha256.of(git.run(repository.read("ls-files", "--stage", "-z"))
                            .out()));
        }
        return marks;
    }

    private void files(SourceRepository repository, Map<String, String> marks) {
        Path own = repository.gitDirectory();
        Path common = repository.commonDirectory();
        for (Path place : own.equals(common) ? List.of(own) : List.of(own, common)) {
            for (String name : FILES) {
                file(name, place.resolve(name), marks);
            }
        }
        hooks(common.resolve("hooks"), marks);
    }

    private static void hooks(Path hooks, Map<String, String> marks) {
        if (!Files.isDirectory(hooks)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(hooks)) {
            for (Path hook : entries) {
                String name = "hooks/" + RawPath.display(RawPath.name(hook));
                file(name, hook, marks);
                marks.merge(name, Files.isExecutable(hook) ? " executable" : "", String::concat);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + hooks, e);
        }
    }

    private static void file(String name, Path file, Map<String, String> marks) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            String kind = Files.isSymbolicLink(file) ? "link " : "file ";
            marks.merge(name, kind + Sha256.of(RawPath.bytes(SmallFile.raw(file))), String::concat);
        }
    }
}
