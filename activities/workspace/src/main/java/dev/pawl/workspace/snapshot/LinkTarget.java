package dev.pawl.workspace.snapshot;

import dev.pawl.workspace.git.RawPath;
import java.util.List;

/** Where a symbolic link points, judged by its text alone, so that it never has to be followed. */
final class LinkTarget {
    private LinkTarget() {}

    /** Errs towards true: also for a way back up after a name, which may itself be a link. */
    static boolean leadsOut(String path, String target) {
        String raw = RawPath.raw(target);
        if (raw.startsWith("/")) {
            return true;
        }
        long depth = path.chars().filter(c -> c == '/').count();
        boolean named = false;
        for (String part : List.of(raw.split("/", -1))) {
            if (part.equals("..")) {
                depth--;
                if (named || depth < 0) {
                    return true;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                named = true;
            }
        }
        return false;
    }
}
