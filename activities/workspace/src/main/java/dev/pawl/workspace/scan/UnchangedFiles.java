package dev.pawl.workspace.scan;

import dev.pawl.host.file.FileStamp;
import dev.pawl.host.file.UntrustedTree;
import dev.pawl.workspace.git.RawPath;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a workspace as they were before any agent ran, with their blobs. A file that is still the same one, with
 * the same time of its last change, is not read again.
 *
 * <p>What an agent can set does not count: it cannot set that time (ctime), and a change within the same step of the
 * clock is excluded, since only files are remembered whose time was over before they were read. Nobody had such a file
 * mapped into memory at that time.
 */
public final class UnchangedFiles implements KnownBlobs {
    private static final int LONGEST_PATH = 10_000;

    private record State(FileStamp stamp, String blob) {}

    private final Map<String, State> states = new HashMap<>();

    private UnchangedFiles() {}

    /** Begins to remember files, which nobody writes to meanwhile. */
    public static final class Recording {
        private final Path root;
        private final Optional<FileStamp> begin;

        /** To be made before the files are read, or after they were written. */
        public Recording(Path root) {
            this.root = root;
            this.begin = FileClock.next(root.resolveSibling("clock"));
        }

        /** @param blobs by raw path, of what was read or written */
        public UnchangedFiles of(ScannedTree scanned, Map<String, String> blobs) {
            UnchangedFiles files = new UnchangedFiles();
            if (begin.isEmpty()) {
                return files;
            }
            try (UntrustedTree tree = UntrustedTree.open(root)) {
                for (ScannedFile file : scanned.files()) {
                    String blob = blobs.get(file.path());
                    if (blob != null && !file.link() && file.path().length() <= LONGEST_PATH) {
                        files.add(file, tree.stamp(RawPath.path(file.path())), begin.get(), blob);
                    }
                }
            } catch (IOException changed) {
                return new UnchangedFiles();
            }
            return files;
        }
    }

    private void add(ScannedFile file, FileStamp stamp, FileStamp begin, String blob) {
        if (stamp.device() == begin.device() && stamp.changed() < begin.changed() && stamp.size() == file.size()) {
            states.put(file.path(), new State(stamp, blob));
        }
    }

    @Override
    public Optional<String> of(ScannedFile file, UntrustedTree tree) throws IOException {
        State state = states.get(file.path());
        return state != null
                        && !file.link()
                        && state.stamp().size() == file.size()
                        && state.stamp().equals(tree.stamp(RawPath.path(file.path())))
                ? Optional.of(state.blob())
                : Optional.empty();
    }

    int size() {
        return states.size();
    }

    /** Nothing is known if the file is missing or incomplete. */
    public static UnchangedFiles read(Path file) {
        UnchangedFiles files = new UnchangedFiles();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return files;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (int left = in.readInt(); left > 0; left--) {
                String path = in.readUTF();
                String blob = in.readUTF();
                FileStamp stamp =
                        new FileStamp(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
                files.states.put(path, new State(stamp, blob));
            }
            return files;
        } catch (IOException incomplete) {
            return new UnchangedFiles();
        }
    }

    /** Replaces the file. */
    public void write(Path file) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(next), 1 << 16))) {
                out.writeInt(states.size());
                for (Map.Entry<String, State> entry : states.entrySet()) {
                    FileStamp stamp = entry.getValue().stamp();
                    out.writeUTF(entry.getKey());
                    out.writeUTF(entry.getValue().blob());
                    out.writeLong(stamp.device());
                    out.writeLong(stamp.inode());
                    out.writeLong(stamp.size());
                    out.writeLong(stamp.modified());
                    out.writeLong(stamp.changed());
                }
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
