package dev.pawl.evidence.check;

import dev.pawl.evidence.report.PlainText;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The most useful part of a check's output, for people and for the next prompt: the first failure, and the end. */
final class Excerpt {
    private static final Pattern TELLING = Pattern.compile(
            "^(?:E  |FAIL|ERROR|FAILED|\\[ERROR\\]|--- FAIL|not ok|✖|error(?:\\[|:)|panic:|thread '.*' panicked|AssertionError|\\s*● |.*(?:Error|Exception): ).*");
    private static final int BEFORE = 3;
    private static final int AFTER = 14;
    private static final int MAX_LINE = 300;

    private Excerpt() {}

    /**
     * @param reason why the check is not satisfied; empty if it is
     * @param output already redacted
     */
    static String of(String reason, String output) {
        String head = reason.isEmpty() ? "" : CheckEvidence.REASON + reason + "\n";
        int room = CheckEvidence.MAX_EXCERPT - Math.min(head.length(), 600);
        List<String> lines = PlainText.of(output)
                .lines()
                .filter(line -> !line.isBlank())
                .map(Excerpt::cut)
                .toList();
        String text = (head.length() > 600 ? head.substring(0, 599) + "\n" : head) + part(lines, room);
        return text.strip();
    }

    private static String part(List<String> lines, int room) {
        String all = String.join("\n", lines);
        if (all.length() <= room) {
            return all;
        }
        String first = first(lines, room / 2);
        String last = last(lines, room - first.length() - 5);
        return first.isEmpty() ? last : first + "\n[…]\n" + last;
    }

    private static String first(List<String> lines, int room) {
        for (int i = 0; i < lines.size(); i++) {
            if (TELLING.matcher(lines.get(i)).matches()) {
                List<String> around = lines.subList(Math.max(0, i - BEFORE), Math.min(lines.size(), i + AFTER));
                String text = String.join("\n", around);
                return text.length() <= room ? text : text.substring(0, room);
            }
        }
        return "";
    }

    private static String last(List<String> lines, int room) {
        List<String> kept = new ArrayList<>();
        int used = 0;
        for (int i = lines.size() - 1; i >= 0 && used + lines.get(i).length() + 1 <= room; i--) {
            kept.addFirst(lines.get(i));
            used += lines.get(i).length() + 1;
        }
        return String.join("\n", kept);
    }

    private static String cut(String line) {
        return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + " …";
    }
}
