package dev.pawl.cli.watch;

import dev.pawl.cli.terminal.Terminal;

/** When this command is interrupted while it watches, says that the task continues. The exit code is then 130. */
public final class Detach implements AutoCloseable {
    private final Thread hook;

    public Detach(Terminal terminal, StatusLine display, String taskId) {
        hook = new Thread(
                () -> {
                    display.close();
                    terminal.say("detached; the task continues. Come back: pawl watch " + taskId
                            + "   end it: pawl stop " + taskId);
                },
                "detach");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
