package dev.pawl.workspace.scan;

import dev.pawl.workspace.git.RawPath;
import java.util.Optional;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.jspecify.annotations.Nullable;

/** Which line of the base's ignore files leaves a path out, for people. */
record IgnoreOrigin(BaseRules rules) {
    private static final String NAME = ".gitignore";

    /** Empty if no line does; caches of common tools need none. */
    Optional<String> of(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            Optional<String> above = named(path.substring(0, slash), true);
            if (above.isPresent()) {
                return above;
            }
        }
        return named(path, false);
    }

    private Optional<String> named(String path, boolean directory) {
        String place = path;
        do {
            place = RawPath.parent(place);
            String relative = place.isEmpty() ? path : path.substring(place.length() + 1);
            Integer line = line(rules.byDirectory().getOrDefault(place, ""), relative, directory);
            if (line != null) {
                String file = RawPath.display(RawPath.child(place, NAME));
                return line > 0 ? Optional.of("%s:%d".formatted(file, line)) : Optional.empty();
            }
        } while (!place.isEmpty());
        Integer line = line(rules.exclude(), path, directory);
        return line != null && line > 0 ? Optional.of(".git/info/exclude:" + line) : Optional.empty();
    }

    /** The last line that matches; negative if it takes the path back; null if there is none. */
    private static @Nullable Integer line(String raw, String path, boolean directory) {
        String[] lines = raw.split("\n", -1);
        for (int i = lines.length - 1; i >= 0; i--) {
            String line = RawPath.text(lines[i]).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            FastIgnoreRule rule = new FastIgnoreRule(line);
            if (rule.isMatch(RawPath.text(path), directory)) {
                return rule.getResult() ? i + 1 : -1;
            }
        }
        return null;
    }
}
