package dev.pawl.workspace.scan;

import java.util.Map;

/**
 * The ignore files before any agent ran.
 *
 * @param byDirectory text of {@code .gitignore} by the raw path of its directory, one character per byte
 * @param exclude text of {@code .git/info/exclude}
 */
public record BaseRules(Map<String, String> byDirectory, String exclude) {
    public static final BaseRules NONE = new BaseRules(Map.of(), "");

    public BaseRules {
        byDirectory = Map.copyOf(byDirectory);
    }
}
