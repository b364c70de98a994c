package dev.pawl.cli;

import dev.pawl.cli.connection.Gateways;
import dev.pawl.cli.invocation.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The entry point; the launcher {@code pawl} starts it. */
public final class Main {
    private static final Duration A_WHILE = Duration.ofMillis(300);

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        Optional<Thread> prepared =
                Commands.callsGateway(List.of(arguments)) ? Optional.of(Gateways.prepare()) : Optional.empty();
        Context context = Context.ofProcess();
        int code = Pawl.execute(context, arguments);
        context.terminal().out().flush();
        context.terminal().err().flush();
        if (prepared.isPresent()) {
            prepared.get().join(A_WHILE);
        }
        // Not exit(): that initializes logging first, and no hooks remain to run.
        Runtime.getRuntime().halt(code);
    }
}
