package dev.pawl.cli.taskreport;

import dev.pawl.cli.page.Html;
import java.util.List;

/** The change in colours: one part for each file, closed if there are many. */
final class DiffSection {
    private static final int MOST_OPEN = 10;
    private static final int LONGEST_OPEN = 400;

    private final String taskId;
    private final Html html;

    DiffSection(String taskId, Html html) {
        this.taskId = taskId;
        this.html = html;
    }

    void write(String patch) {
        html.raw("<section class=\"diff\">\n<h2>Change</h2>\n");
        PatchLines lines = PatchLines.of(patch);
        if (lines.files().isEmpty()) {
            html.raw("<p>no change</p>\n");
        }
        boolean few = lines.files().size() <= MOST_OPEN;
        lines.files().forEach(file -> file(file, few && file.lines().size() <= LONGEST_OPEN));
        if (lines.left() > 0) {
            html.fill("<p>%s more lines: <code>pawl diff %s</code></p>\n", lines.left(), taskId);
        }
        html.raw("</section>\n");
    }

    private void file(PatchLines.FilePart file, boolean open) {
        html.raw(open ? "<details open=\"open\">" : "<details>")
                .fill(
                        "<summary><bdi>%s</bdi> <span class=\"green\">+%s</span> <span class=\"red\">-%s</span></summary>\n<pre>",
                        file.name(), file.added(), file.removed());
        lines(file.lines());
        html.raw("</pre></details>\n");
    }

    private void lines(List<String> lines) {
        boolean inHunk = false;
        for (String line : lines) {
            inHunk |= line.startsWith("@@");
            html.raw("<span class=\"" + style(line, inHunk) + "\">").code(line).raw("</span>");
        }
    }

    private static String style(String line, boolean inHunk) {
        if (!inHunk || line.isEmpty()) {
            return inHunk ? "same" : "meta";
        }
        return switch (line.charAt(0)) {
            case '+' -> "add";
            case '-' -> "del";
            case '@' -> "hunk";
            case '\\' -> "meta";
            default -> "same";
        };
    }
}
