package dev.pawl.workspace.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The form of paths in snapshots: relative, with forward slashes, as plain text; in git's quotes if a name is not
 * UTF-8, has control characters, or begins with a double quote. Each file name has exactly one form.
 */
public final class SnapshotPath {
    private SnapshotPath() {}

    /**
     * Resolves a path written by a person, either literally or in git's quotes; drops a trailing slash and {@code ./}.
     *
     * @param exists chooses between the two readings of a name in quotes; the literal one is tried first
     */
    public static String named(String written, Predicate<String> exists) {
        List<String> readings = readings(written);
        return readings.stream().filter(exists).findFirst().orElse(readings.getFirst());
    }

    /** Every reading of the written names, see {@link #named}. */
    public static Set<String> named(Collection<String> written) {
        Set<String> paths = new LinkedHashSet<>();
        written.forEach(path -> paths.addAll(readings(path)));
        return paths;
    }

    /** The names as text, with replacement characters for invalid bytes: for matching with globs. */
    public static String text(String path) {
        return path.startsWith("\"") ? RawPath.text(RawPath.raw(path)) : path;
    }

    /** The file of this path below a directory. */
    public static Path resolve(Path root, String path) {
        return RawPath.resolve(root, RawPath.raw(path));
    }

    /** Whether a path is below a directory. */
    public static boolean below(String directory, String path) {
        return RawPath.raw(path).startsWith(RawPath.raw(directory) + "/");
    }

    /** Whether a path is one of these, or below one of them. */
    public static boolean within(Collection<String> places, String path) {
        return places.contains(path) || places.stream().anyMatch(place -> below(place, path));
    }

    /** The directories above a path, outermost first. */
    public static List<String> directories(String path) {
        String raw = RawPath.raw(path);
        List<String> directories = new ArrayList<>();
        for (int slash = raw.indexOf('/'); slash > 0; slash = raw.indexOf('/', slash + 1)) {
            directories.add(RawPath.display(raw.substring(0, slash)));
        }
        return directories;
    }

    /** The target of a link at a path, from its text alone. */
    public static String target(String path, String target) {
        String joined = RawPath.child(RawPath.parent(RawPath.raw(path)), RawPath.raw(target));
        List<String> parts = new ArrayList<>();
        for (String part : joined.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return RawPath.display(String.join("/", parts));
    }

    private static List<String> readings(String written) {
        String start = written.startsWith("./") ? written.substring(2) : written;
        String path = start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
        String plain = RawPath.display(RawPath.of(path.getBytes(StandardCharsets.UTF_8)));
        String quoted = RawPath.display(RawPath.raw(path));
        return plain.equals(quoted) ? List.of(plain) : List.of(plain, quoted);
    }
}
