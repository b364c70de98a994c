package dev.pawl.workspace.place;

import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.git.GitInput;
import dev.pawl.workspace.git.GitResult;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.lfs.LfsFiles;
import dev.pawl.workspace.notes.SourceShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A repository under construction. The base's objects are visible only while git reads: when git writes, it marks the
 * objects that it finds as used, and these files may be the user's.
 */
final class RepositoryDraft {
    private static final String MAIN = "refs/heads/main";
    private static final String ORIGIN = "refs/remotes/origin/";
    private static final int SHA1 = 40;

    /** For attributes that git cannot follow. */
    private static final String PLAIN = "* -text !eol !ident !working-tree-encoding\n";

    private final Git git;
    private final Path directory;
    private final Path repository;
    private final @Nullable BaseHistory history;
    private final String head;

    RepositoryDraft(Git git, Path directory, Path repository, @Nullable String head, @Nullable BaseHistory history) {
        this.git = git;
        this.directory = directory;
        this.repository = repository;
        this.history = history;
        this.head = head == null || history == null ? "" : head;
    }

    /**
     * @param files raw paths to commit; absent for all
     * @param exclude text of {@code info/exclude}, one character per byte
     * @param lfs files whose pointers the repository keeps
     */
    void make(@Nullable Collection<String> files, String exclude, SourceShape shape, LfsFiles lfs) throws IOException {
        layout(exclude, shape);
        String tree = head.isEmpty() ? "" : run("rev-parse", head + "^{tree}").line();
        if (!head.isEmpty()) {
            run("read-tree", head);
            git.attempt(command("update-index", "-q", "--refresh"));
        }
        Set<String> tracked = paths("ls-files", "-z");
        Set<String> wanted = files == null ? present(tracked) : new LinkedHashSet<>(files);
        Set<String> links = gitlinks();
        wanted.removeIf(path -> below(path, links));
        wanted.addAll(links);
        Set<String> absent = new LinkedHashSet<>(shape.absent());
        absent.retainAll(tracked);
        absent.removeAll(wanted);
        Set<String> large = new LinkedHashSet<>(tracked);
        large.removeIf(path -> !wanted.contains(path) || !lfs.names(path));
        Set<String> write = paths("diff-files", "--name-only", "-z", "--no-renames", "--ignore-submodules=all");
        wanted.stream().filter(path -> !tracked.contains(path)).forEach(write::add);
        write.retainAll(wanted);
        write.removeAll(large);
        Set<String> gone = new LinkedHashSet<>(tracked);
        gone.removeAll(wanted);
        gone.removeAll(absent);
        Files.deleteIfExists(alternates());
        update(gone, write);
        mark("--skip-worktree", absent);
        mark("--assume-unchanged", large);
        String now = run("write-tree", "--missing-ok").line();
        String commit = now.equals(tree) ? head : commit(now);
        borrow();
        refs(commit);
    }

    private void layout(String exclude, SourceShape shape) throws IOException {
        for (String name : List.of("objects/info", "objects/pack", "refs/heads", "refs/tags", "info")) {
            Files.createDirectories(repository.resolve(name));
        }
        String config = """
                [core]
                \trepositoryformatversion = %d
                \tfilemode = true
                \tbare = false
                \tlogallrefupdates = true
                [user]
                \tname = Pawl checks
                \temail = checks@localhost
                %s%s""".formatted(
                        head.length() > SHA1 ? 1 : 0,
                        head.length() > SHA1 ? "[extensions]\n\tobjectformat = sha256\n" : "",
                        SubmoduleSettings.of(shape));
        Files.writeString(repository.resolve("config"), config);
        Files.write(repository.resolve("info/exclude"), RawPath.bytes(exclude));
        Files.writeString(repository.resolve("HEAD"), "ref: " + MAIN + "\n");
        borrow();
        if (history != null && Files.exists(history.shallow())) {
            Files.copy(history.shallow(), repository.resolve("shallow"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void borrow() throws IOException {
        if (history != null) {
            Files.writeString(alternates(), history.objects() + "\n");
        }
    }

    private Path alternates() {
        return repository.resolve("objects/info/alternates");
    }

    private Set<String> present(Set<String> tracked) {
        Set<String> present = new LinkedHashSet<>(tracked);
        present.removeAll(paths("ls-files", "-z", "--deleted"));
        present.addAll(paths("ls-files", "-z", "--others"));
        return present;
    }

    private void update(Set<String> gone, Set<String> write) throws IOException {
        if (!gone.isEmpty()) {
            git.run(command("update-index", "--force-remove", "-z", "--stdin").input(each(gone)));
        }
        if (write.isEmpty()) {
            return;
        }
        GitCommand add =
                command("update-index", "--add", "--replace", "-z", "--stdin").input(each(write));
        try {
            git.run(add);
        } catch (GitFailure attributes) {
            Path plain = repository.resolve("info/attributes");
            Files.writeString(plain, PLAIN);
            git.run(add);
            Files.delete(plain);
        }
    }

    private void mark(String how, Set<String> paths) {
        if (!paths.isEmpty()) {
            git.run(command("update-index", how, "-z", "--stdin").input(each(paths)));
        }
    }

    /** Raw paths of submodules; their files are no part of this repository. */
    private Set<String> gitlinks() {
        Set<String> links = new LinkedHashSet<>();
        for (String entry : paths("ls-files", "-z", "--stage")) {
            if (entry.startsWith("160000 ")) {
                links.add(entry.substring(entry.indexOf('\t') + 1));
            }
        }
        return links;
    }

    private static boolean below(String path, Set<String> links) {
        for (String above = RawPath.parent(path); !above.isEmpty(); above = RawPath.parent(above)) {
            if (links.contains(above)) {
                return true;
            }
        }
        return false;
    }

    private static GitInput each(Set<String> paths) {
        return out -> {
            for (String path : paths) {
                out.write(RawPath.bytes(path + "\0"));
            }
        };
    }

    /** With the date of the parent commit, so that the same content gives the same commit. */
    private String commit(String tree) {
        String when = head.isEmpty() ? "0 +0000" : date();
        String parent = head.isEmpty() ? "" : "parent " + head + "\n";
        String text =
                "tree %s\n%sauthor Pawl checks <checks@localhost> %s\ncommitter Pawl checks <checks@localhost> %s\n\n%s\n"
                        .formatted(tree, parent, when, when, "The work on a task");
        return git.run(command("hash-object", "-t", "commit", "-w", "--stdin")
                        .input(out -> out.write(text.getBytes(StandardCharsets.UTF_8))))
                .line();
    }

    private String date() {
        return git.run(GitCommand.in(repository, "--git-dir=" + repository, "log", "-1", "--format=%ct +0000", head)
                        .with(
                                "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                                String.valueOf(history == null ? "" : history.objects())))
                .line();
    }

    private void refs(String commit) throws IOException {
        String branch = history == null ? MAIN : history.branch();
        String onOrigin = history == null ? "" : history.originHead();
        String refs = history == null ? "" : history.refs();
        if (onOrigin.isEmpty() && !head.isEmpty()) {
            onOrigin = ORIGIN + (branch.isEmpty() ? MAIN : branch).substring("refs/heads/".length());
        }
        if (!onOrigin.isEmpty() && !refs.contains(" " + onOrigin + "\n")) {
            refs += "%s %s\n".formatted(head, onOrigin);
        }
        if (!onOrigin.isEmpty()) {
            Files.createDirectories(repository.resolve(ORIGIN));
            Files.write(repository.resolve(ORIGIN + "HEAD"), RawPath.bytes("ref: " + onOrigin + "\n"));
        }
        if (!branch.isEmpty()) {
            refs += "%s %s\n".formatted(commit, branch);
        }
        Files.write(repository.resolve("packed-refs"), RawPath.bytes(refs));
        String pointer = branch.isEmpty() ? commit : "ref: " + branch;
        Files.write(repository.resolve("HEAD"), RawPath.bytes(pointer + "\n"));
    }

    private Set<String> paths(String... arguments) {
        return new LinkedHashSet<>(List.of(run(arguments).fields()));
    }

    private GitResult run(String... arguments) {
        return git.run(command(arguments));
    }

    private GitCommand command(String... arguments) {
        List<String> line = new ArrayList<>(List.of("--git-dir=" + repository, "--work-tree=" + directory));
        line.addAll(List.of(arguments));
        return GitCommand.in(directory, line.toArray(String[]::new));
    }
}
