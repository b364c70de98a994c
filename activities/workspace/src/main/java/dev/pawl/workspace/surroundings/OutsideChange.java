package dev.pawl.workspace.surroundings;

import java.util.Map;

/** Describes changes around a workspace. */
final class OutsideChange {
    private static final String BRANCH = "refs/heads/";
    private static final String TAG = "refs/tags/";

    private OutsideChange() {}

    /** @param key of a mark that differs between the two, see {@link Surroundings} */
    static String of(String key, Map<String, String> before, Map<String, String> now) {
        String change = !before.containsKey(key) ? "appeared" : now.containsKey(key) ? "changed" : "was removed";
        String name = key.substring(key.indexOf(':') + 1);
        if (name.equals(RepositoryMarks.UNUSABLE)) {
            return now.containsKey(key) ? "your repository became unusable" : "your repository became usable again";
        }
        if (key.startsWith(Surroundings.GIT)) {
            return "%s of your repository %s".formatted(part(name), moved(name, change));
        }
        String where = key.startsWith(Surroundings.SOURCE) ? "in your directory" : "beside the workspace";
        return "%s %s %s".formatted(name, where, change);
    }

    private static String part(String name) {
        if (name.startsWith(BRANCH)) {
            return "branch " + name.substring(BRANCH.length());
        }
        if (name.startsWith(TAG)) {
            return "tag " + name.substring(TAG.length());
        }
        return switch (name) {
            case "refs/stash" -> "the stash";
            case "index" -> "the index";
            default -> name;
        };
    }

    private static String moved(String name, String change) {
        boolean moves = name.equals("HEAD") || name.startsWith(BRANCH) || name.startsWith(TAG);
        return moves && change.equals("changed") ? "moved" : change;
    }
}
