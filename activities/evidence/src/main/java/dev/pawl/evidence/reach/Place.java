package dev.pawl.evidence.reach;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A directory of the workspace in which a command runs.
 *
 * @param path without a slash at either end; empty for the workspace itself
 */
record Place(String path) {
    static final Place ROOT = new Place("");

    /** Prefix of paths that are relative to the workspace, not to the directory of the command. */
    private static final String FROM_ROOT = "/@workspace@/";

    /** As a word of a shell text. */
    String word() {
        return FROM_ROOT + path;
    }

    /** @return the path in the workspace; empty if it is outside of it or only a shell can expand the word */
    Optional<String> resolve(String word) {
        if (word.isEmpty() || word.contains("$") || word.startsWith("~")) {
            return Optional.empty();
        }
        String from = path;
        String relative = word;
        if (word.startsWith(FROM_ROOT)) {
            from = "";
            relative = word.substring(FROM_ROOT.length());
        } else if (word.startsWith("/")) {
            return Optional.empty();
        }
        return normal(from + "/" + relative);
    }

    Optional<Place> in(String word) {
        return resolve(word).map(Place::new);
    }

    /** The file's directory. */
    static Place of(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? ROOT : new Place(file.substring(0, slash));
    }

    String file(String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    private static Optional<String> normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
