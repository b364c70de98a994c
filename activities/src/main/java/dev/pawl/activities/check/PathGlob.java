package dev.pawl.activities.check;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Globs over slash-separated paths relative to a workspace, as git and CI files write them: a double star also stands for no
 * directory at all, a name without wildcard matches a directory's whole content too. Case is ignored, since some file
 * systems do.
 */
final class PathGlob {
    private final Pattern pattern;

    private PathGlob(Pattern pattern) {
        this.pattern = pattern;
    }

    static PathGlob of(String glob) {
        String path = glob.startsWith("./") ? glob.substring(2) : glob;
        return new PathGlob(Pattern.compile(regex(path), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    static List<PathGlob> all(List<String> globs) {
        return globs.stream().map(PathGlob::of).toList();
    }

    static boolean any(List<PathGlob> globs, String path) {
        return globs.stream().anyMatch(glob -> glob.matches(path));
    }

    /** @param path a name that is not plain text comes in double quotes, as snapshots show it */
    boolean matches(String path) {
        boolean quoted = path.length() > 1 && path.startsWith("\"") && path.endsWith("\"");
        return pattern.matcher(quoted ? path.substring(1, path.length() - 1) : path)
                .matches();
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        String path = glob.endsWith("/") ? glob + "**" : glob;
        for (int i = 0; i < path.length(); i++) {
            if (path.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (path.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else {
                regex.append(character(path.charAt(i)));
            }
        }
        return regex + "(?:/.*)?";
    }

    private static String character(char c) {
        return switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            case '{' -> "(?:";
            case '}' -> ")";
            case ',' -> "|";
            default -> Pattern.quote(String.valueOf(c));
        };
    }
}
