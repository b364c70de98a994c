package dev.pawl.cli.watch;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Progress;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.report.ActionLines;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Costs;
import dev.pawl.cli.report.Lines;
import dev.pawl.cli.terminal.Printable;
import dev.pawl.cli.terminal.Redraw;
import dev.pawl.cli.terminal.Terminal;
import dev.pawl.cli.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows progress live. On a terminal, the bottom line shows the current step and is redrawn several times a second;
 * news is printed above it. Otherwise only news is printed.
 */
public final class StatusLine implements AutoCloseable {
    private static final String[] TURNING = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final String CLEAR = "\r\u001B[2K";
    private static final long REDRAW_MILLIS = 200;

    private final Terminal terminal;
    private final Instant startedAt;
    private final Redraw redraw;
    private @Nullable Progress progress;
    private String lastCheck = "";
    private int frame;

    /** @param startedAt when the task began */
    public StatusLine(Terminal terminal, Instant startedAt) {
        this.terminal = terminal;
        this.startedAt = startedAt;
        this.redraw = new Redraw(terminal, "status-line");
    }

    /** Begins to draw, if there is a terminal. */
    public void start() {
        redraw.start(REDRAW_MILLIS, this::draw);
    }

    public synchronized void progress(Progress now) {
        progress = now;
    }

    /** @param check its name and result */
    public synchronized void lastCheck(String check) {
        lastCheck = check;
    }

    /** Prints a line of news. */
    public synchronized void say(String line) {
        clear();
        terminal.say(line);
    }

    private void clear() {
        if (redraw.draws()) {
            terminal.err().print(CLEAR);
        }
    }

    private synchronized void draw() {
        if (progress == null) {
            return;
        }
        frame = (frame + 1) % TURNING.length;
        String line = TURNING[frame] + " " + text(progress, lastCheck, startedAt, Instant.now());
        int room = Math.max(10, terminal.width() - 1);
        String fitting = line.length() <= room ? line : line.substring(0, room - 1) + "…";
        terminal.err().print(CLEAR + Printable.line(fitting));
        terminal.err().flush();
    }

    static String text(Progress progress, String lastCheck, Instant startedAt, Instant now) {
        List<String> parts = new ArrayList<>();
        if (progress.getIteration() > 0) {
            parts.add("iteration " + progress.getIteration());
        }
        boolean running = progress.getStatus() == TaskStatus.TASK_STATUS_RUNNING
                && !progress.getPhase().isEmpty();
        parts.add(running ? progress.getPhase() : Words.of(progress.getStatus()));
        Duration elapsed = Duration.between(startedAt, now);
        parts.add(Durations.brief(Duration.ofSeconds(Math.max(0, elapsed.toSeconds()))));
        long tokens = Amounts.tokens(progress.getTotals().getUsage());
        if (tokens > 0) {
            parts.add(Amounts.tokens(tokens) + " tokens");
        }
        if (progress.getTotals().getUsage().hasCostUsd()) {
            parts.add(Costs.ofSessions(progress.getTotals()));
        }
        if (!lastCheck.isEmpty()) {
            parts.add("last check: " + lastCheck);
        }
        if (progress.hasStall()) {
            parts.add(Lines.stall(progress.getStall(), now));
        }
        if (!progress.getDetail().isEmpty()) {
            parts.add(progress.getDetail());
        }
        if (progress.hasLastAction()) {
            parts.add(ActionLines.brief(progress.getLastAction()));
        }
        return String.join(" · ", parts);
    }

    @Override
    public void close() {
        redraw.close();
        synchronized (this) {
            clear();
            terminal.err().flush();
        }
    }
}
