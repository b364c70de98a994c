package dev.pawl.workspace.snapshot;

import dev.pawl.workspace.git.GitInput;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.scan.Contents;
import dev.pawl.workspace.scan.ScannedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A commit, marked as {@code :1}, in the format of {@code git fast-import}: contents are passed as bytes with their
 * length, so that no attribute, filter or setting affects them, or named by their id if the repository has them.
 * Identity and dates are fixed.
 */
record SnapshotStream(
        Contents contents,
        List<ScannedFile> files,
        String ref,
        @Nullable String parent) implements GitInput {
    static final String IDENTITY = "Pawl <pawl@localhost> 946684800 +0000";

    String message() {
        return "Snapshot " + ref.substring("refs/pawl/".length()) + "\n";
    }

    @Override
    public void writeTo(OutputStream pipe) throws IOException {
        OutputStream out = new BufferedOutputStream(pipe, 1 << 16);
        line(out, "commit " + ref);
        line(out, "mark :1");
        line(out, "committer " + IDENTITY);
        data(out, RawPath.bytes(message()));
        if (parent != null) {
            line(out, "from " + parent);
        }
        line(out, "deleteall");
        for (ScannedFile file : files) {
            Optional<String> blob = contents.blob(file);
            line(out, "M " + file.mode() + " " + blob.orElse("inline") + " " + RawPath.quoted(file.path()));
            if (blob.isEmpty()) {
                line(out, "data " + contents.size(file));
                contents.copy(file, out);
                line(out, "");
            }
        }
        out.flush();
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
