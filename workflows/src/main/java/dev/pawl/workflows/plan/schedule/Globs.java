package dev.pawl.workflows.plan.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether two glob patterns of owned paths have a path in common. {@code *} and {@code ?} stay within a name, {@code **}
 * crosses directories, and a directory covers everything below it. A character class counts as any character, so a
 * common path may be suspected that does not exist, but none is missed.
 */
public final class Globs {
    private static final String ANY = "**";
    private static final Pattern FILE = Pattern.compile("[^/]\\.[A-Za-z][A-Za-z0-9]{0,9}$");

    private Globs() {}

    /** A last name with an extension, such as {@code *.java}, means files, unless the other pattern goes below it. */
    public static boolean overlap(String one, String other) {
        boolean below = other.startsWith(one + "/") || one.startsWith(other + "/");
        return !differ(one, other) && segments(parts(one, below), parts(other, below));
    }

    /** The usual case, and cheap: the patterns differ before their first special character. */
    private static boolean differ(String one, String other) {
        if (unusual(one) || unusual(other)) {
            return false;
        }
        for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (special(a) || special(b)) {
                return false;
            }
            if (!same(a, b)) {
                return true;
            }
        }
        return false;
    }

    private static boolean unusual(String glob) {
        return glob.startsWith("/") || glob.contains("./") || glob.contains("//");
    }

    private static boolean special(char c) {
        return c == '*' || c == '?' || c == '[' || c == '\\';
    }

    /** A directory covers what is below it, hence the last part. */
    private static List<String> parts(String glob, boolean below) {
        List<String> parts = new ArrayList<>();
        for (String part : glob.split("/", 0)) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        if (below || !FILE.matcher(glob).find()) {
            parts.add(ANY);
        }
        return parts;
    }

    /** The reachable pairs of positions of both patterns, row by row. */
    private static boolean segments(List<String> a, List<String> b) {
        boolean[][] reach = new boolean[a.size() + 1][b.size() + 1];
        reach[0][0] = true;
        for (int i = 0; i <= a.size(); i++) {
            for (int j = 0; j <= b.size(); j++) {
                if (!reach[i][j]) {
                    continue;
                }
                boolean anyA = i < a.size() && a.get(i).equals(ANY);
                boolean anyB = j < b.size() && b.get(j).equals(ANY);
                if (anyA) {
                    reach[i + 1][j] = true;
                }
                if (anyB) {
                    reach[i][j + 1] = true;
                }
                if (i < a.size() && j < b.size()) {
                    step(a, b, reach, i, j);
                }
            }
        }
        return reach[a.size()][b.size()];
    }

    private static void step(List<String> a, List<String> b, boolean[][] reach, int i, int j) {
        boolean anyA = a.get(i).equals(ANY);
        boolean anyB = b.get(j).equals(ANY);
        if (anyA && !anyB) {
            reach[i][j + 1] = true;
        } else if (anyB && !anyA) {
            reach[i + 1][j] = true;
        } else if (!anyA && names(a.get(i), b.get(j))) {
            reach[i + 1][j + 1] = true;
        }
    }

    private static boolean names(String a, String b) {
        List<Character> one = characters(a);
        List<Character> other = characters(b);
        boolean[][] reach = new boolean[one.size() + 1][other.size() + 1];
        reach[0][0] = true;
        for (int i = 0; i <= one.size(); i++) {
            for (int j = 0; j <= other.size(); j++) {
                if (!reach[i][j]) {
                    continue;
                }
                boolean starA = i < one.size() && one.get(i) == '*';
                boolean starB = j < other.size() && other.get(j) == '*';
                if (starA) {
                    reach[i + 1][j] = true;
                }
                if (starB) {
                    reach[i][j + 1] = true;
                }
                if (i < one.size() && j < other.size()) {
                    if (starA && !starB) {
                        reach[i][j + 1] = true;
                    } else if (starB && !starA) {
                        reach[i + 1][j] = true;
                    } else if (!starA && same(one.get(i), other.get(j))) {
                        reach[i + 1][j + 1] = true;
                    }
                }
            }
        }
        return reach[one.size()][other.size()];
    }

    private static boolean same(char a, char b) {
        return a == '?' || b == '?' || Character.toLowerCase(a) == Character.toLowerCase(b);
    }

    /** With a class as {@code ?}, and an escaped character as itself unless it is special. */
    private static List<Character> characters(String name) {
        List<Character> characters = new ArrayList<>();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            int end = c == '[' ? name.indexOf(']', i + 2) : -1;
            if (end > 0) {
                characters.add('?');
                i = end;
            } else if (c == '\\' && i + 1 < name.length()) {
                i++;
                characters.add(name.charAt(i) == '*' ? '?' : name.charAt(i));
            } else if (c != '*' || characters.isEmpty() || characters.getLast() != '*') {
                characters.add(c);
            }
        }
        return characters;
    }
}
