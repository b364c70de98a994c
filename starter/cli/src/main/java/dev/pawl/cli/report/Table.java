package dev.pawl.cli.report;

import dev.pawl.cli.terminal.Printable;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.text.Wrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Columns as wide as their content; the last column wraps. */
public final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST_LAST = 24;

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... header) {
        this.header = List.of(header);
    }

    /** @throws IllegalArgumentException if the number of cells differs from the number of columns */
    public Table row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.length, header.size()));
        }
        rows.add(IntStream.range(0, cells.length)
                .mapToObj(i -> Printable.line(cells[i]))
                .toList());
        return this;
    }

    /** @param width columns of the terminal; the last column wraps and is never cut */
    public List<String> lines(int width, Style style) {
        int[] widths = new int[header.size()];
        widen(widths, header);
        rows.forEach(row -> widen(widths, row));
        int before = IntStream.range(0, widths.length - 1)
                .map(i -> widths[i] + GAP.length())
                .sum();
        int last = Math.max(NARROWEST_LAST, width - before);
        List<String> lines = new ArrayList<>();
        format(header, widths, last).forEach(line -> lines.add(style.faint(line)));
        rows.forEach(row -> lines.addAll(format(row, widths, last)));
        return lines;
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
        }
    }

    private static List<String> format(List<String> cells, int[] widths, int last) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length - 1; i++) {
            line.append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length()))
                    .append(GAP);
        }
        String indent = " ".repeat(line.length());
        List<String> lines = new ArrayList<>();
        for (String part : Wrapping.of(cells.getLast(), last)) {
            lines.add(((lines.isEmpty() ? line.toString() : indent) + part).stripTrailing());
        }
        return lines;
    }
}
