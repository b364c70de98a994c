package dev.pawl.cli.local;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import java.io.IOException;

/** For commands that need a running stack, and do not start one. */
public final class RunningStack {
    private RunningStack() {}

    /** @throws CommandFailure if it does not run */
    public static LocalState of(Home home, Context context) throws IOException {
        return new LocalStack(home, context)
                .running()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.CONFIGURATION, "the local stack is not running; start it: pawl up"));
    }
}
