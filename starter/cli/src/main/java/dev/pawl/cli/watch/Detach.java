package dev.pawl.cli.watch;

import dev.pawl.cli.terminal.Terminal;

/** When this command is interrupted while it watches, says that the work continues. The exit code is then 130. */
public final class Detach implements AutoCloseable {
    private final Thread hook;

    /**
     * @param close ends the display
     * @param what continues, and how to come back
     */
    public Detach(Terminal terminal, Runnable close, String what) {
        hook = new Thread(
                () -> {
                    close.run();
                    terminal.say("detached; " + what);
                },
                "detach");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
