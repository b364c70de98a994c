package dev.pawl.cli;

import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.terminal.Terminal;
import dev.pawl.cli.text.Wrapping;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Renders {@code pawl --help}. Not with picocli's own renderer, which takes longer to load than to run. */
final class Overview {
    private static final int LABEL = 12;

    private final List<String> lines = new ArrayList<>();
    private final int width;
    private final Style style;

    private Overview(int width, Style style) {
        this.width = width;
        this.style = style;
    }

    static List<String> lines(Terminal terminal) {
        Overview overview = new Overview(Math.clamp(terminal.width(), 80, 110), terminal.outStyle());
        overview.lines.add("Usage: pawl COMMAND [options]");
        overview.lines.add("Runs AI coding agents until the work is proven.");
        overview.heading("Commands:");
        Commands.all().forEach((name, type) -> overview.item(name, summary(type)));
        overview.item("help", "The same as COMMAND --help.");
        overview.heading("Options:");
        overview.item("-h, --help", "Show this help.");
        overview.item("-V, --version", "Show the version.");
        overview.heading("Exit codes:");
        for (ExitCode code : ExitCode.values()) {
            overview.item(Integer.toString(code.code()), code.meaning());
        }
        overview.heading("Examples:");
        overview.example("pawl run examples/calculator/task.md", "run a task and watch it until it is proven");
        overview.example("pawl list", "tasks and their status");
        overview.example("pawl run --help", "options and examples of one command");
        return overview.lines;
    }

    private static String summary(Class<?> type) {
        return type.getAnnotation(Command.class).description()[0];
    }

    private void heading(String text) {
        lines.add("");
        lines.add(style.strong(text));
    }

    private void item(String label, String text) {
        String start = "  " + label + " ".repeat(Math.max(1, LABEL - label.length()));
        List<String> parts = Wrapping.of(text, width - start.length());
        lines.add(start + parts.getFirst());
        parts.stream().skip(1).forEach(part -> lines.add(" ".repeat(LABEL + 2) + part));
    }

    private void example(String command, String text) {
        lines.add("  %-40s %s".formatted(command, text));
    }
}
