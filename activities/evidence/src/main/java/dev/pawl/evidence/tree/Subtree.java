package dev.pawl.evidence.tree;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files of a tree below one of its directories. Paths are relative to that directory. */
public final class Subtree implements FileTree {
    private final FileTree tree;
    private final String prefix;
    private final Set<String> files;

    private Subtree(FileTree tree, String prefix) {
        this.tree = tree;
        this.prefix = prefix;
        this.files = tree.files().stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @param directory empty for the tree itself */
    public static FileTree of(FileTree tree, String directory) {
        return directory.isEmpty() ? tree : new Subtree(tree, directory + "/");
    }

    @Override
    public Set<String> files() {
        return files;
    }

    @Override
    public byte @Nullable [] content(String path) {
        return tree.content(prefix + path);
    }
}
