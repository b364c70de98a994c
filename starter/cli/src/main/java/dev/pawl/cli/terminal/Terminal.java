package dev.pawl.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The streams of a command: results on {@code out}, progress on {@code err}.
 *
 * @param in what a person types
 * @param interactive a person reads {@code err} and may type
 * @param width columns of the terminal
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean interactive,
        Style outStyle,
        Style errStyle,
        int width) {
    private static final int DEFAULT_WIDTH = 100;
    private static final int LONGEST_LINE = 64 * 1024;

    /** Without input. */
    public Terminal(PrintStream out, PrintStream err, boolean interactive, Style outStyle, Style errStyle, int width) {
        this(InputStream.nullInputStream(), out, err, interactive, outStyle, errStyle, width);
    }

    /**
     * The process's own streams. The launcher sets {@code PAWL_TTY} (words {@code in}, {@code out}, {@code err}) to
     * those that are terminals, and {@code PAWL_COLUMNS}.
     */
    public static Terminal ofProcess(Map<String, String> environment) {
        List<String> ttys = List.of(environment.getOrDefault("PAWL_TTY", "").split(" "));
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
        return new Terminal(
                System.in,
                new PrintStream(System.out, false, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                ttys.contains("err") && ttys.contains("in"),
                new Style(colours && ttys.contains("out")),
                new Style(colours && ttys.contains("err")),
                columns(environment.getOrDefault("PAWL_COLUMNS", "")));
    }

    private static int columns(String text) {
        int columns = text.matches("\\d{1,4}") ? Integer.parseInt(text) : DEFAULT_WIDTH;
        return columns < 20 ? DEFAULT_WIDTH : columns;
    }

    /** A line of the result. */
    public void print(String line) {
        out.println(Printable.text(line));
    }

    /** A line of progress. */
    public void say(String line) {
        err.println(Printable.text(line));
    }

    /** Asks a question; whether the person answers it with y or yes. No answer is no. */
    public boolean confirm(String question) throws IOException {
        return List.of("y", "yes").contains(ask(question + " [y/N]").toLowerCase(Locale.ROOT));
    }

    /** Asks for a line; empty if the person enters nothing, or the input ends. */
    public String ask(String prompt) throws IOException {
        err.print(Printable.text(prompt) + " ");
        err.flush();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n' && line.size() < LONGEST_LINE; c = in.read()) {
            line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
