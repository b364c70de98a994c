package dev.pawl.workspace.snapshot;

import dev.pawl.workspace.git.Git;
import dev.pawl.workspace.git.GitCommand;
import dev.pawl.workspace.git.GitResult;
import dev.pawl.workspace.git.LooseRefs;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.lfs.LfsFiles;
import dev.pawl.workspace.scan.Contents;
import dev.pawl.workspace.scan.KnownBlobs;
import dev.pawl.workspace.scan.ScannedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bare repository with the snapshots of one task. No work tree is ever attached to it. */
public final class ShadowRepository {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*(?:/[A-Za-z0-9][A-Za-z0-9-]*)*");

    /** Content is stored byte for byte: these attributes take precedence over those of a snapshot. */
    private static final String ATTRIBUTES = "* -text !eol !ident !filter !working-tree-encoding !diff !merge"
            + " !whitespace !export-subst !export-ignore !conflict-marker-size\n";

    private final Git git;
    private final Path directory;
    private final KnownSnapshots known;

    public ShadowRepository(Git git, Path directory, KnownSnapshots known) {
        this.git = git;
        this.directory = directory;
        this.known = known;
    }

    public Path directory() {
        return directory;
    }

    /** Pawl's own files beside the snapshots. */
    public Path notes() {
        return directory.resolve("pawl");
    }

    /** Contents of files of Git LFS, whose pointers snapshots have. */
    public Path contents() {
        return directory.resolve("lfs");
    }

    /** What is remembered of the files of the base. */
    public Path unchanged() {
        return notes().resolve("unchanged");
    }

    public void init() {
        Path parent = directory.getParent() == null ? directory : directory.getParent();
        git.run(GitCommand.in(
                parent, "init", "--quiet", "--bare", "--object-format=sha1", "--template=", directory.toString()));
        try {
            Files.createDirectories(notes());
            Files.createDirectories(directory.resolve("info"));
            Files.writeString(directory.resolve("info/attributes"), ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean exists() {
        return Files.isRegularFile(directory.resolve("HEAD"));
    }

    /**
     * Stores the files as one commit, always the same one for the same label, parent and content. If it is already
     * stored, this starts no process.
     *
     * @param known blobs that this repository has
     * @param names further names of the commit besides its label
     */
    public StoredCommit store(
            Path root,
            LfsFiles lfs,
            KnownBlobs known,
            List<ScannedFile> files,
            String label,
            @Nullable String parent,
            String... names) {
        try (Contents contents = new Contents(root, lfs, known)) {
            SnapshotStream stream = new SnapshotStream(contents, files, ref(label), parent);
            StoredCommit wanted = ObjectIds.commit(stream);
            List<String> refs = Stream.of(names).map(ShadowRepository::ref).toList();
            if (refs().has(SnapshotImport.keeping(wanted.commit()))) {
                refs().point(stream.ref(), wanted.commit());
                refs.forEach(ref -> refs().point(ref, wanted.commit()));
            } else {
                load(stream, refs, wanted);
            }
            this.known.remember(wanted);
            return wanted;
        }
    }

    private void load(SnapshotStream stream, List<String> refs, StoredCommit wanted) {
        SnapshotImport exchange = new SnapshotImport(stream, refs);
        git.stream(
                command(
                                "-c",
                                "pack.compression=1",
                                "fast-import",
                                "--quiet",
                                "--done",
                                "--force",
                                "--depth=0",
                                "--date-format=raw")
                        .input(exchange),
                exchange);
        if (!exchange.stored().equals(wanted)) {
            throw new UncheckedIOException(new IOException("the workspace changed while it was stored"));
        }
    }

    /** For the files only, without storing them. */
    public static String treeOf(Path root, LfsFiles lfs, KnownBlobs known, List<ScannedFile> files) {
        try (Contents contents = new Contents(root, lfs, known)) {
            return ObjectIds.tree(contents, files);
        }
    }

    /**
     * Copies blobs of another repository in the form in which it has them. They are copies: a file that this repository
     * shared with another one could be written to there.
     *
     * @param gitDirectory that no agent has written to
     */
    public void copy(Path gitDirectory, Collection<String> blobs) {
        if (!blobs.isEmpty()) {
            git.run(GitCommand.in(
                            gitDirectory,
                            "--git-dir=" + gitDirectory,
                            "-c",
                            "pack.compression=1",
                            "pack-objects",
                            "--quiet",
                            "--window=0",
                            directory.resolve("objects/pack/pack").toString())
                    .input(out -> {
                        for (String blob : blobs) {
                            out.write(RawPath.bytes(blob + "\n"));
                        }
                    }));
        }
    }

    private LooseRefs refs() {
        return new LooseRefs(directory);
    }

    /** Whether a commit is kept here. */
    public boolean has(String commit) {
        return exists()
                && git.attempt(command("cat-file", "-e", "--end-of-options", commit + "^{commit}"))
                        .ok();
    }

    public Optional<String> named(String label) {
        GitResult result = git.attempt(command("rev-parse", "--verify", "--quiet", ref(label)));
        return result.ok() ? Optional.of(result.line()) : Optional.empty();
    }

    public String tree(String commit) {
        return known.tree(commit, unknown -> resolve(unknown + "^{tree}"));
    }

    private String resolve(String name) {
        return git.run(command("rev-parse", "--verify", "--quiet", "--end-of-options", name))
                .line();
    }

    /** Every file and link of a commit, by path. */
    public List<StoredFile> files(String commit) {
        return known.files(commit, this::list);
    }

    /** Ids of the contents of a commit by raw path. */
    public Map<String, String> blobs(String commit) {
        Map<String, String> blobs = new HashMap<>();
        files(commit).forEach(file -> blobs.put(file.path(), file.blob()));
        return blobs;
    }

    private List<StoredFile> list(String commit) {
        List<StoredFile> files = new ArrayList<>();
        for (String field : run("ls-tree", "-r", "-z", "--full-tree", commit).fields()) {
            int tab = field.indexOf('\t');
            String[] meta = field.substring(0, tab).split(" ", -1);
            files.add(new StoredFile(field.substring(tab + 1), meta[0], meta[2]));
        }
        return files;
    }

    /** Passes the content of each file, in the given order, to {@code receiver}, which need not read all of it. */
    public void read(List<StoredFile> files, BlobReceiver receiver) {
        if (!files.isEmpty()) {
            git.stream(
                    command("cat-file", "--batch", "--buffer").input(out -> {
                        for (StoredFile file : files) {
                            out.write(RawPath.bytes(file.blob() + "\n"));
                        }
                    }),
                    in -> new BlobStream(in).read(files, receiver));
        }
    }

    /** The differing paths of two commits in git's format, NUL-separated. */
    public String[] rawChanges(String from, String to, boolean renames) {
        if (same(from, to)) {
            return new String[0];
        }
        return run("diff-tree", "-r", "-z", "--raw", "--no-abbrev", renames ? "-M" : "--no-renames", from, to)
                .fields();
    }

    /** Whether two commits have the same content. */
    boolean same(String from, String to) {
        return tree(from).equals(tree(to));
    }

    private static String ref(String label) {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("not a snapshot label: " + label);
        }
        return "refs/pawl/" + label;
    }

    GitResult run(String... arguments) {
        return git.run(command(arguments));
    }

    void run(Path output, String... arguments) {
        git.run(command(arguments).output(output));
    }

    private GitCommand command(String... arguments) {
        List<String> line = new ArrayList<>(List.of("--git-dir=" + directory));
        line.addAll(List.of(arguments));
        return GitCommand.in(directory, line.toArray(String[]::new));
    }
}
