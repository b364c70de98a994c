package dev.pawl.host.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A path and its target.
 *
 * @param links every symbolic link on the way, by its real path
 * @param target without links; need not exist
 */
public record LinkedPath(List<Path> links, Path target) {
    /** As in the kernel: more are a loop. */
    private static final int MOST = 40;

    public LinkedPath {
        links = List.copyOf(links);
    }

    public static LinkedPath of(Path path) {
        Path absolute = path.toAbsolutePath();
        List<Path> links = new ArrayList<>();
        Deque<Path> rest = new ArrayDeque<>();
        absolute.forEach(rest::add);
        Path root = absolute.getRoot();
        Path at = root;
        while (!rest.isEmpty()) {
            Path next = step(at, rest.pop());
            if (links.size() < MOST && Files.isSymbolicLink(next)) {
                links.add(next);
                Path to = target(next);
                at = to.isAbsolute() ? root : at;
                for (int i = to.getNameCount() - 1; i >= 0; i--) {
                    rest.push(to.getName(i));
                }
            } else {
                at = next;
            }
        }
        return new LinkedPath(links, at);
    }

    private static Path step(Path at, Path name) {
        return switch (name.toString()) {
            case "", "." -> at;
            case ".." -> at.getParent() == null ? at : at.getParent();
            default -> at.resolve(name);
        };
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException goneOrUnreadable) {
            return link.resolveSibling(".");
        }
    }
}
