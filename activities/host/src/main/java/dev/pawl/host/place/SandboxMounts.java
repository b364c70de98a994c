package dev.pawl.host.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of bubblewrap that hide and show paths. Outer paths come first, since later arguments override earlier
 * ones.
 */
public final class SandboxMounts {
    private enum Kind {
        HIDDEN,
        SHOWN,
        LINK,
        KEY
    }

    private final HiddenPlaces hidden;
    private final List<String> size;
    private final Map<Path, Kind> kinds =
            new TreeMap<>(Comparator.comparingInt(Path::getNameCount).thenComparing(Comparator.<Path>naturalOrder()));

    private SandboxMounts(HiddenPlaces hidden, List<String> size) {
        this.hidden = hidden;
        this.size = List.copyOf(size);
    }

    /** @param size arguments that limit the next temporary file system; may be empty */
    public static List<String> words(HiddenPlaces hidden, List<Path> shown, List<String> size) {
        SandboxMounts mounts = new SandboxMounts(hidden, size);
        hidden.system().forEach(mounts::provide);
        shown.forEach(mounts::show);
        hidden.roots().forEach(root -> mounts.kinds.put(root, Kind.HIDDEN));
        mounts.hideKeys();
        return mounts.words();
    }

    /** A link whose target is in every sandbox stays one; of another, the sandbox has the content. */
    private void provide(Path path) {
        LinkedPath linked = LinkedPath.of(path);
        boolean there = hidden.provided(linked.target()) || hidden.roots().contains(linked.target());
        boolean link = Files.isSymbolicLink(path) && there;
        if (link || Files.exists(path)) {
            kinds.put(path, link ? Kind.LINK : Kind.SHOWN);
        }
    }

    private void show(Path path) {
        LinkedPath linked = LinkedPath.of(path);
        linked.links().stream().filter(hidden::hides).forEach(link -> kinds.put(link, Kind.LINK));
        if (hidden.hides(linked.target()) && Files.exists(linked.target(), LinkOption.NOFOLLOW_LINKS)) {
            kinds.put(linked.target(), Kind.SHOWN);
        }
    }

    private void hideKeys() {
        List<Path> directories = kinds.keySet().stream()
                .filter(path -> kinds.get(path) == Kind.SHOWN && Files.isDirectory(path))
                .toList();
        directories.stream()
                .flatMap(directory -> KeyPlaces.in(directory).stream())
                .forEach(key -> kinds.putIfAbsent(key, Kind.KEY));
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        kinds.forEach((path, kind) -> {
            String text = path.toString();
            switch (kind) {
                case HIDDEN -> empty(text, words);
                case KEY -> {
                    if (Files.isDirectory(path)) {
                        empty(text, words);
                    } else {
                        words.addAll(List.of("--ro-bind", "/dev/null", text));
                    }
                }
                case SHOWN -> {
                    if (absent(path)) {
                        words.addAll(List.of("--ro-bind", text, text));
                    }
                }
                case LINK -> {
                    if (absent(path)) {
                        words.addAll(List.of("--symlink", target(path), text));
                    }
                }
            }
        });
        return words;
    }

    private void empty(String path, List<String> words) {
        words.addAll(size);
        words.addAll(List.of("--tmpfs", path));
    }

    /** Whether nothing that encloses the path brings it along. */
    private boolean absent(Path path) {
        Kind kind = outer(path);
        return kind == null || kind == Kind.HIDDEN;
    }

    /** The nearest enclosing rule for a path; null in the empty root of a sandbox. */
    private @Nullable Kind outer(Path path) {
        for (Path place = path.getParent(); place != null; place = place.getParent()) {
            Kind kind = kinds.get(place);
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + link, e);
        }
    }
}
