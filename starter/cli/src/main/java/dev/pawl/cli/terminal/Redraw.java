package dev.pawl.cli.terminal;

import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/** Draws again and again in a thread of its own, on a terminal only. */
public final class Redraw implements AutoCloseable {
    private final @Nullable Timer ticks;

    /** @param name of the thread */
    public Redraw(Terminal terminal, String name) {
        this.ticks = terminal.interactive() ? new Timer(name, true) : null;
    }

    /** Whether anything is ever drawn. */
    public boolean draws() {
        return ticks != null;
    }

    public void start(long periodMillis, Runnable draw) {
        if (ticks != null) {
            TimerTask tick = new TimerTask() {
                @Override
                public void run() {
                    draw.run();
                }
            };
            ticks.schedule(tick, periodMillis, periodMillis);
        }
    }

    /** Begins no further drawing; a running one may still end. */
    @Override
    public void close() {
        if (ticks != null) {
            ticks.cancel();
        }
    }
}
