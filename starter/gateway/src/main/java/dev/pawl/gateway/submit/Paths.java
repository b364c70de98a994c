package dev.pawl.gateway.submit;

import java.util.Arrays;
import java.util.List;

/** Paths and globs of a task: relative to its workspace, never leaving it. */
final class Paths {
    private static final int MAX = 4096;

    private Paths() {}

    /** Reports every invalid path by its index. */
    static List<String> check(String field, List<String> paths, Violations violations) {
        for (int i = 0; i < paths.size(); i++) {
            check("%s[%d]".formatted(field, i), paths.get(i), violations);
        }
        return paths;
    }

    static String check(String field, String path, Violations violations) {
        if (path.isBlank() || path.length() > MAX) {
            violations.add(field, "must have 1 to %d characters and not be blank".formatted(MAX));
        } else if (leadsOut(path)) {
            violations.add(field, "'%s' leads out of the workspace, paths are relative to it".formatted(path));
        }
        return path;
    }

    private static boolean leadsOut(String path) {
        return path.startsWith("/")
                || path.equals("~")
                || path.startsWith("~/")
                || Arrays.asList(path.split("/")).contains("..");
    }
}
