package dev.pawl.api.plan;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern of paths, with the meaning it has for the ownership of a task: {@code *} and {@code ?} stay within a name,
 * {@code **} crosses directories, a directory covers everything below it, and a pattern with such characters also
 * matches itself literally.
 */
public final class PathGlob {
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\\\]");
    /** A name before it, and an extension without special characters. */
    private static final Pattern EXTENSION = Pattern.compile(".+\\.[A-Za-z][A-Za-z0-9]{0,9}");

    private final String text;
    private final String start;
    private final String end;
    private final Automaton paths;
    private final Automaton overlapping;

    private PathGlob(String text, boolean mayBeDirectory) {
        String pattern = text.startsWith("./") ? text.substring(2) : text;
        boolean literal = !SPECIAL.matcher(pattern).find();
        this.text = text;
        this.start = literal ? pattern.replaceFirst("/+$", "") : SPECIAL.split(pattern, 2)[0];
        this.end = mayBeDirectory || (!literal && ambiguous(pattern))
                ? ""
                : pattern.substring(afterLastSpecial(pattern)).replaceFirst("^/", "");
        this.paths = GlobReader.automaton(pattern, true);
        this.overlapping = mayBeDirectory ? paths : GlobReader.automaton(pattern, false);
    }

    /** With no knowledge of the directories: a name with an extension is taken for a file. */
    public static PathGlob of(String pattern) {
        return of(pattern, List.of());
    }

    /**
     * @param directories of the repository. A pattern whose last name has an extension, such as {@code *.java}, means
     *     files unless one of these matches it.
     */
    public static PathGlob of(String pattern, Collection<String> directories) {
        boolean file = EXTENSION.matcher(lastName(pattern)).matches();
        PathGlob glob = new PathGlob(pattern, !file);
        return file && directories.stream().anyMatch(glob::matches) ? new PathGlob(pattern, true) : glob;
    }

    private static String lastName(String pattern) {
        return pattern.substring(pattern.lastIndexOf('/') + 1);
    }

    /** Sets and escapes may match characters other than their own. */
    private static boolean ambiguous(String pattern) {
        return pattern.indexOf('[') >= 0 || pattern.indexOf('\\') >= 0;
    }

    private static int afterLastSpecial(String pattern) {
        return Math.max(pattern.lastIndexOf('*'), pattern.lastIndexOf('?')) + 1;
    }

    public String text() {
        return text;
    }

    /** The characters before the first special one: every path that matches begins with them. */
    public String start() {
        return start;
    }

    /** Whether a path matches, or a directory above it. */
    public boolean matches(String path) {
        return path.startsWith(start) && paths.accepts(path);
    }

    /** A path that both match, regardless of case; empty if there is none. */
    public Optional<String> overlap(PathGlob other) {
        if (startsApart(other)) {
            return Optional.empty();
        }
        boolean below = leadsInto(other) || other.leadsInto(this);
        if (below) {
            return paths.shared(other.paths);
        }
        return endsApart(other) ? Optional.empty() : overlapping.shared(other.overlapping);
    }

    /** Whether this pattern begins with a directory that the other matches, which is then no file. */
    private boolean leadsInto(PathGlob other) {
        for (int slash = start.indexOf('/'); slash > 0; slash = start.indexOf('/', slash + 1)) {
            if (other.matches(start.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    /** A quick answer for most pairs. */
    private boolean startsApart(PathGlob other) {
        int common = Math.min(start.length(), other.start.length());
        return !start.regionMatches(true, 0, other.start, 0, common);
    }

    /** Another one, for patterns of files. */
    private boolean endsApart(PathGlob other) {
        int common = Math.min(end.length(), other.end.length());
        return !end.regionMatches(true, end.length() - common, other.end, other.end.length() - common, common);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathGlob glob && glob.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
