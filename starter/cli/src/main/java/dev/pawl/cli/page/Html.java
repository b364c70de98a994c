package dev.pawl.cli.page;

import dev.pawl.cli.terminal.Printable;
import java.time.Duration;
import java.util.Locale;

/** Writes HTML in which every text is escaped, also inside of attributes: titles and reasons come from others. */
public final class Html {
    private final StringBuilder page = new StringBuilder();

    /** Markup of our own. */
    public Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /**
     * Markup of our own with escaped texts.
     *
     * @param markup a format, in which {@code %s} are texts
     */
    public Html fill(String markup, Object... texts) {
        Object[] escaped = new Object[texts.length];
        for (int i = 0; i < texts.length; i++) {
            escaped[i] = escaped(texts[i].toString());
        }
        page.append(String.format(Locale.ROOT, markup, escaped));
        return this;
    }

    /** An element with a text; nothing if the text is blank. Its direction does not affect what is around it. */
    public Html element(String name, String styleClass, String text) {
        return text.isBlank()
                ? this
                : fill("<" + name + " class=\"" + styleClass + "\"><bdi>%s</bdi></" + name + ">\n", text);
    }

    /** A text of several lines. */
    public Html lines(String text) {
        text.lines().forEach(line -> raw(escaped(line)).raw("\n"));
        return this;
    }

    /** A line of code, whose tabs stay. */
    public Html code(String line) {
        String[] parts = line.split("\t", -1);
        for (int i = 0; i < parts.length; i++) {
            raw(i == 0 ? "" : "\t").raw(escaped(parts[i]));
        }
        return this;
    }

    /** In one line, without control characters, and never markup. */
    public static String escaped(String text) {
        return Printable.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A place on a scale from 0 to the whole, such as {@code 12.34%}. */
    public static String percent(Duration part, Duration whole) {
        double share = whole.isZero() ? 0 : (double) part.toNanos() / whole.toNanos();
        return String.format(Locale.ROOT, "%.3f%%", 100 * Math.clamp(share, 0, 1));
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
