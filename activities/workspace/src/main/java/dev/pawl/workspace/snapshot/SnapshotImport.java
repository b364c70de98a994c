package dev.pawl.workspace.snapshot;

import dev.pawl.workspace.git.GitInput;
import dev.pawl.workspace.git.GitOutput;
import dev.pawl.workspace.git.RawPath;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A dialogue with {@code git fast-import}: it receives the commit, returns its ids, and then receives its names. One
 * process instead of the four that separate queries would need.
 */
final class SnapshotImport implements GitInput, GitOutput<Void> {
    private final SnapshotStream stream;
    private final List<String> refs;
    private final CompletableFuture<StoredCommit> stored = new CompletableFuture<>();

    /** @param refs in addition to that of the stream */
    SnapshotImport(SnapshotStream stream, List<String> refs) {
        this.stream = stream;
        this.refs = refs;
    }

    @Override
    public void writeTo(OutputStream pipe) throws IOException {
        stream.writeTo(pipe);
        pipe.write(RawPath.bytes("get-mark :1\nls :1 \"\"\n"));
        pipe.flush();
        // If a label is reused, its earlier snapshot must survive a garbage collection.
        reset(pipe, keeping(answer().commit()));
        for (String ref : refs) {
            reset(pipe, ref);
        }
        pipe.write(RawPath.bytes("done\n"));
        pipe.flush();
    }

    @Override
    public Void read(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        String commit = lines.readLine();
        String tree = lines.readLine();
        if (commit == null || tree == null) {
            // Its exit code and error text say why.
            stored.completeExceptionally(new EOFException("git fast-import ended early"));
        } else {
            // "040000 tree <id>\t"
            stored.complete(new StoredCommit(
                    commit, tree.substring(tree.lastIndexOf(' ') + 1).strip()));
        }
        return null;
    }

    /** The stored commit; valid only after the command has succeeded. */
    StoredCommit stored() {
        return stored.join();
    }

    private StoredCommit answer() throws IOException {
        try {
            return stored.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** The ref that keeps a commit, whatever happens to its label. */
    static String keeping(String commit) {
        return "refs/pawl/commits/" + commit;
    }

    private static void reset(OutputStream pipe, String ref) throws IOException {
        pipe.write(RawPath.bytes("reset " + ref + "\nfrom :1\n\n"));
    }
}
