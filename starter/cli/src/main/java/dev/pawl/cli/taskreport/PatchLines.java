package dev.pawl.cli.taskreport;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A git patch by its files.
 *
 * @param left how many lines are not among the files, since the patch is large
 */
record PatchLines(List<FilePart> files, long left) {
    /** A page with so many lines still opens at once. */
    static final int MOST_LINES = 20_000;

    private static final int LONGEST = 2_000;
    private static final String START = "diff --git ";
    /** These would show code in another order than it has. */
    private static final Pattern DIRECTION = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /** @param lines without the line that names the file */
    record FilePart(String name, List<String> lines) {
        long added() {
            return count('+', "+++");
        }

        long removed() {
            return count('-', "---");
        }

        private long count(char sign, String header) {
            boolean inHunk = false;
            long count = 0;
            for (String line : lines) {
                inHunk |= line.startsWith("@@");
                if (!line.isEmpty() && line.charAt(0) == sign && (inHunk || !line.startsWith(header))) {
                    count++;
                }
            }
            return count;
        }
    }

    static PatchLines of(String patch) {
        List<FilePart> files = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String name = "";
        long seen = 0;
        long left = 0;
        for (String line : (Iterable<String>) patch.lines()::iterator) {
            if (++seen > MOST_LINES) {
                left++;
                continue;
            }
            if (line.startsWith(START)) {
                add(files, name, lines);
                name = named(line);
                lines = new ArrayList<>();
            } else {
                lines.add(shown(line));
            }
        }
        add(files, name, lines);
        return new PatchLines(List.copyOf(files), left);
    }

    private static void add(List<FilePart> files, String name, List<String> lines) {
        if (!name.isEmpty() || !lines.isEmpty()) {
            files.add(new FilePart(name, List.copyOf(lines)));
        }
    }

    /** The new path; the whole line if it has none. */
    private static String named(String line) {
        int second = line.lastIndexOf(" b/");
        int quoted = line.lastIndexOf(" \"b/");
        if (quoted > second) {
            return line.substring(quoted + " \"b/".length(), line.length() - 1);
        }
        return second < 0 ? line.substring(START.length()) : line.substring(second + " b/".length());
    }

    private static String shown(String line) {
        String cut = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        return DIRECTION
                .matcher(cut)
                .replaceAll(found -> "⟦U+%04X⟧".formatted((int) found.group().charAt(0)));
    }
}
