package dev.pawl.evidence.tree;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One state of a workspace, read from its snapshot and so out of the agent's reach. Paths have forward slashes. */
public interface FileTree {
    Set<String> files();

    /** @return the bytes of a file, the target of a symbolic link; absent where there is neither */
    byte @Nullable [] content(String path);

    /** The content as UTF-8, with what is not replaced; empty where there is no such file. */
    default String text(String path) {
        byte[] bytes = content(path);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    default boolean has(String path) {
        return files().contains(path);
    }
}
