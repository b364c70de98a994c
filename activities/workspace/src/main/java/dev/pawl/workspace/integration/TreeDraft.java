package dev.pawl.workspace.integration;

import dev.pawl.host.file.Removal;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.GitFailure;
import dev.pawl.workspace.git.GitInput;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.snapshot.ShadowRepository;
import dev.pawl.workspace.snapshot.StoredFile;
import dev.pawl.workspace.snapshot.TreeWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Makes trees of an integration repository from a commit of it and files of snapshots. */
final class TreeDraft implements AutoCloseable {
    private final GitDirectory repository;
    private final ShadowRepository shadow;
    private final Path index;
    private final Path files;

    TreeDraft(GitDirectory repository, ShadowRepository shadow) {
        this.repository = repository;
        this.shadow = shadow;
        String name = UUID.randomUUID().toString();
        this.index = repository.scratch().resolve(name + ".index");
        this.files = repository.scratch().resolve(name);
    }

    /** Begins with the files of a commit. */
    void begin(String commit) {
        repository.run(command("read-tree", commit));
    }

    /** The tree that has these raw paths as the snapshot has them, also if it has none, and is as before otherwise. */
    String with(String snapshot, Collection<String> paths) {
        Set<String> wanted = new TreeSet<>(paths);
        List<StoredFile> stored = shadow.files(snapshot);
        write(stored.stream()
                .filter(file -> wanted.contains(file.path()) || attributes(file.path()))
                .toList());
        try {
            repository.run(
                    command("--work-tree=" + files, "update-index", "--add", "--remove", "--replace", "-z", "--stdin")
                            .input(each(wanted)));
        } catch (GitFailure attributes) {
            // Some attribute cannot be followed: byte for byte, then.
            asStored(
                    stored.stream().filter(file -> wanted.contains(file.path())).toList(), wanted);
        }
        return repository.run(command("write-tree")).line();
    }

    private void write(List<StoredFile> wanted) {
        Removal.remove(files);
        try {
            Files.createDirectories(files);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + files, e);
        }
        shadow.read(wanted, new TreeWriter(files));
    }

    /** Writes the contents under plain names, which no attribute and no link affects. */
    private void asStored(List<StoredFile> stored, Set<String> wanted) {
        Removal.remove(files);
        List<Path> contents = new ArrayList<>();
        shadow.read(stored, (file, content) -> {
            Path plain = Files.createDirectories(files).resolve(String.valueOf(contents.size()));
            Files.copy(content, plain);
            contents.add(plain);
        });
        GitInput names = out -> {
            for (Path content : contents) {
                out.write(RawPath.bytes(content.getFileName() + "\n"));
            }
        };
        String[] blobs = contents.isEmpty()
                ? new String[0]
                : repository
                        .run(new GitCommand(
                                files,
                                List.of(
                                        "--git-dir=" + repository.directory().resolve(".git"),
                                        "hash-object",
                                        "-w",
                                        "--no-filters",
                                        "--stdin-paths"),
                                Map.of(),
                                names,
                                null))
                        .line()
                        .split("\n", 0);
        String absent = repository.absent();
        GitInput entries = out -> {
            for (String path : wanted) {
                out.write(RawPath.bytes("0 %s\t%s\0".formatted(absent, path)));
            }
            for (int i = 0; i < stored.size(); i++) {
                StoredFile file = stored.get(i);
                out.write(RawPath.bytes("%s %s\t%s\0".formatted(file.mode(), blobs[i], file.path())));
            }
        };
        repository.run(command("update-index", "--add", "--replace", "-z", "--index-info")
                .input(entries));
    }

    @Override
    public void close() {
        Removal.remove(files);
        Removal.remove(index);
        Removal.remove(index.resolveSibling(index.getFileName() + ".lock"));
    }

    private static GitInput each(Set<String> paths) {
        return out -> {
            for (String path : paths) {
                out.write(RawPath.bytes(path + "\0"));
            }
        };
    }

    private static boolean attributes(String path) {
        return path.equals(".gitattributes") || path.endsWith("/.gitattributes");
    }

    private GitCommand command(String... arguments) {
        return repository.command(arguments).with(GitDirectory.INDEX, index.toString());
    }
}
