package dev.pawl.activities.workspace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit, marked as {@code :1}, in the language of {@code git fast-import}: contents go in as bytes with their length, so that no attribute,
 * filter or setting has a say in them. Identity and dates are fixed.
 */
record SnapshotStream(
        Path root,
        List<ScannedFile> files,
        String ref,
        @Nullable String parent) implements GitInput {
    private static final String IDENTITY = "Pawl <pawl@localhost> 946684800 +0000";

    @Override
    public void writeTo(OutputStream pipe) throws IOException {
        OutputStream out = new BufferedOutputStream(pipe, 1 << 16);
        line(out, "commit " + ref);
        line(out, "mark :1");
        line(out, "committer " + IDENTITY);
        data(out, RawPath.bytes("Snapshot " + ref.substring("refs/pawl/".length()) + "\n"));
        if (parent != null) {
            line(out, "from " + parent);
        }
        line(out, "deleteall");
        for (ScannedFile file : files) {
            line(out, "M %s inline %s".formatted(file.mode(), RawPath.quoted(file.path())));
            if (file.link()) {
                data(out, target(file));
            } else {
                content(out, file);
            }
        }
        out.flush();
    }

    private byte[] target(ScannedFile file) {
        try {
            return RawPath.bytes(RawPath.target(Files.readSymbolicLink(RawPath.resolve(root, file.path()))));
        } catch (IOException e) {
            throw moved(file, e);
        }
    }

    private void content(OutputStream out, ScannedFile file) throws IOException {
        line(out, "data " + file.size());
        byte[] buffer = new byte[1 << 16];
        long left = file.size();
        try (InputStream in = open(file)) {
            while (left > 0) {
                int count = fill(in, buffer, left, file);
                out.write(buffer, 0, count);
                left -= count;
            }
        }
        line(out, "");
    }

    private static int fill(InputStream in, byte[] buffer, long left, ScannedFile file) {
        try {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count > 0) {
                return count;
            }
        } catch (IOException e) {
            throw moved(file, e);
        }
        throw moved(file, null);
    }

    private InputStream open(ScannedFile file) {
        try {
            return Files.newInputStream(RawPath.resolve(root, file.path()), LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw moved(file, e);
        }
    }

    private static UncheckedIOException moved(ScannedFile file, @Nullable IOException cause) {
        return new UncheckedIOException(
                new IOException("%s changed while it was stored".formatted(RawPath.display(file.path())), cause));
    }

    private static void data(OutputStream out, byte[] bytes) throws IOException {
        line(out, "data " + bytes.length);
        out.write(bytes);
        line(out, "");
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write(RawPath.bytes(line + "\n"));
    }
}
