package dev.pawl.cli.command.schedule;

import dev.pawl.api.client.PawlClient;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command on one schedule. */
abstract class ScheduleAction implements Callable<Integer> {
    private final Context context;

    @Parameters(index = "0", paramLabel = "NAME", description = "The schedule.")
    private String name;

    @Mixin
    private ConnectionOptions connection;

    ScheduleAction(Context context) {
        this.context = context;
    }

    /** @return what is true of the schedule now */
    abstract String act(PawlClient client, String schedule);

    @Override
    public final Integer call() throws Exception {
        try (PawlClient client = connection.open()) {
            context.terminal().print("schedule %s: %s".formatted(name, act(client, name)));
        }
        return 0;
    }
}
