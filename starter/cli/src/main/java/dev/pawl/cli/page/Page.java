package dev.pawl.cli.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The frame that the pages of all reports share. */
public final class Page {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private final Html html = new Html();

    /** @param sheet what the page adds to the style that all share */
    public Page(String title, String sheet) {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n")
                .fill("<title>%s</title>\n", title)
                .raw("<style>\n")
                .raw(PageStyle.SHEET)
                .raw(sheet)
                .raw("</style>\n</head>\n<body>\n<main>\n");
        html.element("h1", "title", title);
    }

    public Html html() {
        return html;
    }

    /** @param status a word, which is also a class of the style sheet */
    public void state(String status, String reason) {
        html.fill("<p class=\"state %1$s\"><b>%1$s</b></p>\n", status);
        html.element("p", "reason", reason);
    }

    public void card(String figure, String name, String note) {
        html.fill(
                "<div class=\"card\"><div class=\"name\">%s</div><div class=\"figure\">%s</div><div class=\"note\"><bdi>%s</bdi></div></div>\n",
                name, figure, note);
    }

    public void list(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        html.raw("<ul>\n");
        lines.forEach(line -> html.element("li", "line", line));
        html.raw("</ul>\n");
    }

    /** A sample of the chart in its legend. */
    public void swatch(String shape, String meaning) {
        html.fill("<span><svg width=\"22\" height=\"12\" aria-hidden=\"true\">" + shape + "</svg> %s</span>", meaning);
    }

    /** The axis of a chart; its rows have the same class. */
    public void axis(TimeAxis axis) {
        html.raw("<div class=\"row axis\" aria-hidden=\"true\"><span></span><svg width=\"100%\" height=\"18\">");
        axis.labels(html);
        html.raw("</svg></div>\n");
    }

    public static String time(Instant moment) {
        return TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** The whole page; nothing can be added afterwards. */
    public String end() {
        return html.raw("</main>\n</body>\n</html>\n").toString();
    }
}
