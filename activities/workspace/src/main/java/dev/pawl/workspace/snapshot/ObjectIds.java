package dev.pawl.workspace.snapshot;

import dev.pawl.workspace.git.GitInput;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.scan.Contents;
import dev.pawl.workspace.scan.ScannedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Computes git's object ids without git (gitformat "Git Objects": the SHA-1 of kind, length and content). What has a
 * known id needs no process to be stored or compared.
 */
final class ObjectIds {
    private static final HexFormat HEX = HexFormat.of();
    private static final String TREE = "40000";

    private ObjectIds() {}

    /** For the commit that the stream creates, and its tree. */
    static StoredCommit commit(SnapshotStream stream) {
        String tree = tree(stream.contents(), stream.files());
        String parent = stream.parent() == null ? "" : "parent " + stream.parent() + "\n";
        byte[] commit = RawPath.bytes("tree %s\n%sauthor %s\ncommitter %s\n\n%s"
                .formatted(tree, parent, SnapshotStream.IDENTITY, SnapshotStream.IDENTITY, stream.message()));
        return new StoredCommit(HEX.formatHex(id("commit", commit.length, out -> out.write(commit))), tree);
    }

    /** For the tree of the files. */
    static String tree(Contents contents, List<ScannedFile> files) {
        Directory top = new Directory();
        for (ScannedFile file : files) {
            top.put(file.path(), file.mode(), blob(contents, file));
        }
        return HEX.formatHex(top.id());
    }

    private static byte[] blob(Contents contents, ScannedFile file) {
        return contents.blob(file)
                .map(HEX::parseHex)
                .orElseGet(() -> id("blob", contents.size(file), out -> contents.copy(file, out)));
    }

    private static byte[] id(String kind, long length, GitInput content) {
        MessageDigest digest = sha1();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            out.write(RawPath.bytes(kind + " " + length + "\0"));
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Entries in git's order: by the bytes of their names, with a slash after those of directories. */
    private static final class Directory {
        private final SortedMap<String, byte[]> entries = new TreeMap<>();
        private final Map<String, Directory> directories = new TreeMap<>();

        void put(String path, String mode, byte[] id) {
            int slash = path.indexOf('/');
            if (slash < 0) {
                entries.put(path, entry(mode, path, id));
            } else {
                directories
                        .computeIfAbsent(path.substring(0, slash), name -> new Directory())
                        .put(path.substring(slash + 1), mode, id);
            }
        }

        byte[] id() {
            directories.forEach((name, directory) -> entries.put(name + "/", entry(TREE, name, directory.id())));
            int length =
                    entries.values().stream().mapToInt(entry -> entry.length).sum();
            return ObjectIds.id("tree", length, out -> {
                for (byte[] entry : entries.values()) {
                    out.write(entry);
                }
            });
        }

        private static byte[] entry(String mode, String name, byte[] id) {
            ByteArrayOutputStream entry = new ByteArrayOutputStream();
            entry.writeBytes(RawPath.bytes(mode + " " + name + "\0"));
            entry.writeBytes(id);
            return entry.toByteArray();
        }
    }
}
