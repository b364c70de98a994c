package dev.pawl.evidence.protect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code for Node that loads a library of tests, under whatever name, and changes what it exports. */
final class PatchedLibraries {
    private static final String LIBRARY =
            "[\"'](?:node:)?(?:assert(?:/strict)?|test|chai|expect|vitest|mocha|@jest/globals|power-assert|should)[\"']";

    private static final Pattern LOADED =
            Pattern.compile("\\b(?:const|let|var)\\s+([A-Za-z_$][\\w$]*)\\s*=\\s*(?:await\\s+)?"
                    + "(?:require|import|process\\.getBuiltinModule)\\s*\\(\\s*" + LIBRARY
                    + "|\\bimport\\s+(?:\\*\\s*as\\s+)?([A-Za-z_$][\\w$]*)\\s+from\\s+" + LIBRARY);

    private PatchedLibraries() {}

    /** The first line that changes one. */
    static Optional<String> line(String text) {
        Matcher loaded = LOADED.matcher(text);
        while (loaded.find()) {
            String name = Pattern.quote(loaded.group(1) == null ? loaded.group(2) : loaded.group(1));
            Pattern changed = Pattern.compile(
                    "(?<![\\w$.])%1$s(?:\\s*\\.\\s*[\\w$]+|\\s*\\[[^\\]\\n]*])+\\s*=(?![=>])".formatted(name)
                            + "|\\b(?:Object|Reflect)\\s*\\.\\s*(?:assign|set|defineProperty|defineProperties|setPrototypeOf)\\s*\\(\\s*%s\\b"
                                    .formatted(name)
                            + "|\\bmock\\.method\\s*\\(\\s*%s\\b".formatted(name));
            Optional<String> line =
                    text.lines().filter(one -> changed.matcher(one).find()).findFirst();
            if (line.isPresent()) {
                return line;
            }
        }
        return Optional.empty();
    }
}
