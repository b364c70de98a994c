package dev.pawl.evidence.tree;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One state of a workspace, read from a snapshot, which the agent cannot change. Paths have forward slashes. */
public interface FileTree {
    Set<String> files();

    /** @return the bytes of a file, or the target of a symbolic link; absent if neither exists */
    byte @Nullable [] content(String path);

    /** The content as UTF-8, with malformed bytes replaced; empty if the file does not exist. */
    default String text(String path) {
        byte[] bytes = content(path);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    default boolean has(String path) {
        return files().contains(path);
    }
}
