package dev.pawl.api.client;

import java.util.regex.Pattern;

/** Valid names of git branches, by the rules of {@code git check-ref-format}. */
public final class BranchNames {
    private static final int LONGEST = 200;

    /** Two dots, "@{" or an empty part anywhere. */
    private static final Pattern FORBIDDEN = Pattern.compile("\\.\\.|@\\{|//");

    /** Parts that neither begin with a dot nor end with ".lock", without control characters, space and {@code ~^:?*[\\}. */
    private static final Pattern PARTS =
            Pattern.compile("(?:(?!\\.)[^\\x00-\\x20\\x7f~^:?*\\[\\\\/]+(?<!\\.lock)(?:/(?=.)|$))+");

    private BranchNames() {}

    public static boolean valid(String name) {
        return name.length() <= LONGEST
                && !name.startsWith("-")
                && !name.endsWith(".")
                && !name.equals("@")
                && !name.equals("HEAD")
                && !FORBIDDEN.matcher(name).find()
                && PARTS.matcher(name).matches();
    }
}
