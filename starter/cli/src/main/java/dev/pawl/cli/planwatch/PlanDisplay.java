package dev.pawl.cli.planwatch;

import dev.pawl.api.v1.Plan;
import dev.pawl.cli.terminal.Printable;
import dev.pawl.cli.terminal.Redraw;
import dev.pawl.cli.terminal.Terminal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows a plan live. On a terminal, a table at the bottom is redrawn several times a second; news is printed above it.
 * Otherwise only news is printed.
 */
public final class PlanDisplay implements AutoCloseable {
    private static final long REDRAW_MILLIS = 250;
    private static final String CLEAR_LINE = "\r\u001B[2K";
    private static final String UP = "\u001B[1A";

    private final Terminal terminal;
    private final Redraw redraw;
    private @Nullable Plan plan;
    private int frame;
    private int drawn;

    public PlanDisplay(Terminal terminal) {
        this.terminal = terminal;
        this.redraw = new Redraw(terminal, "plan-display");
    }

    /** Begins to draw, if there is a terminal. */
    public void start() {
        redraw.start(REDRAW_MILLIS, this::draw);
    }

    public synchronized void plan(Plan now) {
        plan = now;
    }

    /** Prints a line of news. */
    public synchronized void say(String line) {
        clear();
        terminal.say(line);
    }

    private void clear() {
        for (int i = 0; i < drawn; i++) {
            terminal.err().print(i == 0 ? CLEAR_LINE : UP + CLEAR_LINE);
        }
        drawn = 0;
    }

    private synchronized void draw() {
        if (plan == null) {
            return;
        }
        frame++;
        List<String> lines = LiveTable.lines(plan, frame, Instant.now(), Math.max(20, terminal.width() - 1));
        clear();
        terminal.err().print(Printable.text(String.join("\n", lines)));
        drawn = lines.size();
        terminal.err().flush();
    }

    @Override
    public void close() {
        redraw.close();
        synchronized (this) {
            clear();
            terminal.err().flush();
            plan = null;
        }
    }
}
