package dev.pawl.task.prompt;

/** Foreign text inside a prompt: fenced so that nothing in it can end the fence, or on one bounded line. */
public final class Quoted {
    private static final int SHORTEST_FENCE = 3;

    private Quoted() {}

    /** The text between fences of backticks, longer than any run of backticks in it. */
    public static String block(String text) {
        String fence = "`".repeat(Math.max(SHORTEST_FENCE, longestRun(text) + 1));
        return fence + "\n" + text.stripTrailing() + "\n" + fence;
    }

    /** The text on one line without control characters, at most {@code max} characters long. */
    public static String line(String text, int max) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= max ? line : line.substring(0, max - 1) + "…";
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
