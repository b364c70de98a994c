package dev.pawl.cli.taskfile;

import dev.pawl.cli.yaml.Section;
import java.util.List;

/** Reads what agents get of the user's own settings of their programs. */
final class InheritReader {
    private static final String KEY = "inherit";

    private InheritReader() {}

    /** @param kinds of the agents; those that cannot inherit work without it */
    static List<String> read(Section keys, List<String> kinds) {
        List<String> parts = keys.allOf(KEY, Keys.INHERIT);
        boolean known = kinds.stream().noneMatch(String::isEmpty);
        if (!parts.isEmpty() && known && kinds.stream().noneMatch(Keys.INHERITING::contains)) {
            keys.problem(
                    KEY,
                    "'" + String.join("', '", kinds) + "' inherits nothing",
                    "remove it; " + String.join(", ", Keys.INHERITING) + " can");
        }
        return parts;
    }
}
