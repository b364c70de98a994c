package dev.pawl.evidence.tree;

import dev.pawl.workspace.git.SnapshotPath;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Globs over slash-separated paths relative to a workspace, as in git and CI files: a double star also matches no
 * directory at all, and a name without wildcards also matches everything below that directory. Case is ignored, as on
 * some file systems.
 */
public final class PathGlob {
    /** Every brace is closed before the next one opens; otherwise braces are characters of a name. */
    private static final Pattern BRACES = Pattern.compile("[^{}]*(?:\\{[^{}]*\\}[^{}]*)*", Pattern.DOTALL);

    private final Pattern pattern;
    private final Set<String> names;

    private PathGlob(Pattern pattern, Set<String> names) {
        this.pattern = pattern;
        this.names = names;
    }

    public static PathGlob of(String glob) {
        String path = glob.startsWith("./") ? glob.substring(2) : glob;
        return new PathGlob(
                Pattern.compile(regex(path), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL),
                SnapshotPath.named(List.of(glob)));
    }

    public static List<PathGlob> all(List<String> globs) {
        return globs.stream().map(PathGlob::of).toList();
    }

    public static boolean any(List<PathGlob> globs, String path) {
        return globs.stream().anyMatch(glob -> glob.matches(path));
    }

    /** @param path in the form of {@link SnapshotPath} */
    public boolean matches(String path) {
        return pattern.matcher(SnapshotPath.text(path)).matches() || names.contains(path);
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        boolean braces = BRACES.matcher(glob).matches();
        boolean inside = false;
        String path = glob.endsWith("/") ? glob + "**" : glob;
        for (int i = 0; i < path.length(); i++) {
            if (path.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (path.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else {
                char c = path.charAt(i);
                inside = braces && (c == '{' || (inside && c != '}'));
                regex.append(braces && "{},".indexOf(c) >= 0 ? alternative(c, inside) : character(c));
            }
        }
        return regex + "(?:/.*)?";
    }

    private static String alternative(char c, boolean inside) {
        return switch (c) {
            case '{' -> "(?:";
            case '}' -> ")";
            default -> inside ? "|" : Pattern.quote(",");
        };
    }

    private static String character(char c) {
        return switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(c));
        };
    }
}
