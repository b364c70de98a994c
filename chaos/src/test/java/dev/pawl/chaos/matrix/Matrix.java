package dev.pawl.chaos.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All cells of a run as a table: a column for each fault, a row for each moment. */
final class Matrix {
    private final List<Fault> faults = new ArrayList<>();
    private final List<List<Cell>> columns = new ArrayList<>();

    void add(Fault fault, List<Cell> cells) {
        faults.add(fault);
        columns.add(cells);
    }

    /** Markdown. */
    String table() {
        StringBuilder table = new StringBuilder("| fault |");
        for (Moment moment : Moment.values()) {
            table.append(' ').append(moment.text()).append(" |");
        }
        table.append("\n|---|").append("---|".repeat(Moment.values().length)).append('\n');
        for (int i = 0; i < faults.size(); i++) {
            table.append("| ").append(faults.get(i).text()).append(" |");
            for (Moment moment : Moment.values()) {
                table.append(' ').append(text(i, moment)).append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private String text(int column, Moment moment) {
        return columns.get(column).stream()
                .filter(cell -> cell.moment() == moment)
                .findFirst()
                .map(cell -> (cell.red() ? "**RED** " : "") + cell.figures())
                .orElseGet(
                        () -> "n/a: " + faults.get(column).notApplicable(moment).orElse("not run"));
    }

    /** Red cells, one line each. */
    static List<String> red(List<Cell> cells) {
        return cells.stream()
                .filter(Cell::red)
                .map(cell ->
                        "%s, %s: %s".formatted(cell.fault(), cell.moment().text(), String.join("; ", cell.wrong())))
                .toList();
    }

    /** Prints the table, and writes it to a file. */
    void print(String name) {
        System.out.println(keep(name));
    }

    /** Beside the other results of the build. */
    String keep(String name) {
        long cells = columns.stream().mapToLong(List::size).sum();
        long red = columns.stream().flatMap(List::stream).filter(Cell::red).count();
        String text = "%n%s: %d cells, %d red%n%n%s".formatted(name, cells, red, table());
        Path file = Path.of("target", name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".md");
        try {
            Files.writeString(
                    file,
                    text + "\n"
                            + columns.stream()
                                    .flatMap(cells2 -> red(cells2).stream())
                                    .collect(Collectors.joining("\n")));
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
