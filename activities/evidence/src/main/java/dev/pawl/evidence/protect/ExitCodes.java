package dev.pawl.evidence.protect;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exits of a program with a variable that its file sets to 0 and to nothing that comes from elsewhere. */
final class ExitCodes {
    private static final Pattern EXIT = Pattern.compile(
            "(?<![\\w$])(_?_?exit|_Exit|quick_exit|Exit|reallyExit|die)(\\s*\\(\\s*|[ \\t]+)[\"']?(\\$?)\\{?([A-Za-z_]\\w*)}?[\"']?");

    /** Of what a command before returned, an argument, or a number that is none. */
    private static final String FOREIGN = "\\s*:?=\\s*[\"']?(?:\\$[?\\d@{]|-?[1-9])";

    private static final String ZERO = "(?:\\s+\\w+)?\\s*:?=\\s*(?:0|EXIT_SUCCESS|true|''|\"\")(?![\\w.])";

    private ExitCodes() {}

    /** The text with 0 in the place of these variables. */
    static String settled(String text) {
        Matcher exit = EXIT.matcher(text);
        return exit.replaceAll(found -> Matcher.quoteReplacement(zero(found, text) ? settled(found) : found.group()));
    }

    private static String settled(MatchResult found) {
        return found.group(1) + found.group(2) + "0";
    }

    private static boolean zero(MatchResult found, String text) {
        String sign = found.group(3).isEmpty() ? "" : "\\$?";
        String name = "(?<![\\w.])" + sign + Pattern.quote(found.group(4));
        return Pattern.compile(name + ZERO).matcher(text).find()
                && !Pattern.compile(name + FOREIGN).matcher(text).find();
    }
}
