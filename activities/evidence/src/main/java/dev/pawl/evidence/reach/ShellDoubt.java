package dev.pawl.evidence.reach;

import java.util.regex.Pattern;

/**
 * Shell texts for which it is uncertain whether their commands run and whether their output is shown: conditions,
 * alternatives, redirections, substitutions.
 */
final class ShellDoubt {
    private static final Pattern HARMLESS = Pattern.compile("\\d?>\\s*&\\s*\\d|2>\\s*/dev/null|[=-]>");

    private static final Pattern DOUBT = Pattern.compile("\\b(?:if|case|elif|while|until)\\b|>|`"
            + "|\\$\\((?!\\s*(?:cd|dirname|pwd|nproc|basename|readlink|realpath|git)\\b)"
            + "|(?<!\\|)\\|(?!\\|)(?!\\s*(?:tee|cat)\\b)"
            + "|\\|\\|(?!\\s*(?:exit|return|true|false|:|echo|printf|\\{|die|fail\\w*|\\w+=))"
            + "|(?:\\]|\\btest\\s[^&|;\\n]*|\\b(?:command|which|type|hash)\\s[^&|;\\n]*)\\s*&&");

    private ShellDoubt() {}

    static boolean about(String text) {
        return DOUBT.matcher(HARMLESS.matcher(text).replaceAll(" ")).find();
    }
}
