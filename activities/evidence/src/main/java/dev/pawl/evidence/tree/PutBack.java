package dev.pawl.evidence.tree;

import dev.pawl.host.file.UnexpectedFileException;
import dev.pawl.host.file.UntrustedTree;
import dev.pawl.workspace.git.RawPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** The bytes that a checkout has to hold for a run in it to prove anything. */
public record PutBack(FileTree base, Set<String> back, Set<String> emptied) {

    /** Compares bytes; for links, only whether they exist. */
    public boolean holds(Path checkout) {
        try (UntrustedTree tree = UntrustedTree.open(checkout)) {
            for (String path : back) {
                if (!asInBase(tree, path)) {
                    return false;
                }
            }
            for (String path : emptied) {
                if (tree.read(RawPath.path(RawPath.raw(path)), 1).length > 0) {
                    return false;
                }
            }
            return true;
        } catch (NoSuchFileException | UnexpectedFileException other) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + checkout, e);
        }
    }

    private boolean asInBase(UntrustedTree tree, String path) throws IOException {
        Path place = RawPath.path(RawPath.raw(path));
        byte[] content = base.content(path);
        if (content != null) {
            return Arrays.equals(content, tree.read(place, content.length + 1));
        }
        return base.has(path) == tree.has(place);
    }
}
