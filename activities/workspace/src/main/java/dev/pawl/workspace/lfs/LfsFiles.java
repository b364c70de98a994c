package dev.pawl.workspace.lfs;

import dev.pawl.db.column.Sha256;
import dev.pawl.workspace.git.RawPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.AttributesNode;
import org.eclipse.jgit.attributes.AttributesRule;
import org.jspecify.annotations.Nullable;

/** The files of Git LFS in a workspace: snapshots have their pointers, directories their contents. */
public final class LfsFiles {
    public static final LfsFiles NONE = new LfsFiles(LfsRules.NONE, new LfsStores(List.of(), Path.of("/nonexistent")));

    /** A longer text is no pointer. */
    public static final int LONGEST_POINTER = LfsPointer.LONGEST;

    private static final String FILTER = "filter";

    private final Map<String, List<AttributesRule>> byDirectory = new HashMap<>();
    private final List<AttributesRule> info;
    private final LfsStores stores;

    public LfsFiles(LfsRules rules, LfsStores stores) {
        rules.byDirectory().forEach((directory, text) -> byDirectory.put(directory, parsed(text)));
        this.info = parsed(rules.info());
        this.stores = stores;
    }

    /** A file that can be opened repeatedly. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    public LfsStores stores() {
        return stores;
    }

    /** Whether the attributes of the base make a raw path a file of Git LFS. */
    public boolean names(String path) {
        if (byDirectory.isEmpty() && info.isEmpty()) {
            return false;
        }
        String filter = filter(info, path, "");
        for (String place = path; filter == null && !place.isEmpty(); ) {
            place = RawPath.parent(place);
            filter = filter(byDirectory.getOrDefault(place, List.of()), path, place);
        }
        return "lfs".equals(filter);
    }

    /** Keeps a content and returns its pointer; a content that is a pointer, or empty, is its own. */
    public byte[] pointer(Content content) throws IOException {
        try (InputStream in = content.open()) {
            byte[] start = in.readNBytes(LfsPointer.LONGEST + 1);
            if (start.length == 0 || LfsPointer.of(start).isPresent()) {
                return start;
            }
        }
        LfsPointer pointer = hashed(content);
        if (stores.find(pointer).isEmpty()) {
            stores.keep(pointer, content.open());
        }
        return pointer.bytes();
    }

    private static LfsPointer hashed(Content content) throws IOException {
        try (DigestInputStream in = new DigestInputStream(content.open(), Sha256.digest())) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return new LfsPointer(Sha256.hex(in.getMessageDigest().digest()), size);
        }
    }

    /** The content for what a snapshot has at such a path; empty if it is no pointer or its content is not here. */
    public Optional<Path> content(byte[] stored) {
        return LfsPointer.of(stored).flatMap(stores::find);
    }

    /**
     * Replaces the pointer that a file consists of by its content, with the same permissions.
     *
     * @param stored the beginning of the file
     * @return false if it is no pointer, or its content is not here
     */
    public boolean fill(Path file, byte[] stored) throws IOException {
        Optional<Path> content = content(stored);
        if (content.isEmpty()) {
            return false;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        Files.copy(content.get(), file, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(file, permissions);
        return true;
    }

    /** Null if no rule names the path; the last one that does decides. */
    private static @Nullable String filter(List<AttributesRule> rules, String path, String place) {
        String relative = RawPath.text(place.isEmpty() ? path : path.substring(place.length() + 1));
        for (AttributesRule rule : rules.reversed()) {
            if (rule.isMatch(relative, false)) {
                for (Attribute attribute : rule.getAttributes().reversed()) {
                    if (attribute.getKey().equals(FILTER)) {
                        return String.valueOf(attribute.getValue());
                    }
                }
            }
        }
        return null;
    }

    private static List<AttributesRule> parsed(String raw) {
        AttributesNode node = new AttributesNode();
        try {
            node.parse(new ByteArrayInputStream(RawPath.bytes(raw)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return node.getRules();
    }
}
