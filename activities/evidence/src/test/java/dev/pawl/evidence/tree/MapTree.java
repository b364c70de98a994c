package dev.pawl.evidence.tree;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A state of a workspace that a test defines. */
public record MapTree(Map<String, String> texts) implements FileTree {
    @Override
    public Set<String> files() {
        return texts.keySet();
    }

    @Override
    public byte @Nullable [] content(String path) {
        String text = texts.get(path);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
