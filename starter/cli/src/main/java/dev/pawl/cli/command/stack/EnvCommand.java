package dev.pawl.cli.command.stack;

import com.google.gson.JsonObject;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.local.Home;
import dev.pawl.cli.local.LocalState;
import dev.pawl.cli.local.RunningStack;
import dev.pawl.cli.text.ShellText;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "env",
        description = {
            "Print the variables by which Temporal's command line and SDKs reach the local engine.",
            "They name files of Pawl's home, and contain no secret."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  eval \"$(pawl env)\" && temporal workflow list", "  pawl env -o json | jq -r .TEMPORAL_ADDRESS"})
public final class EnvCommand implements Callable<Integer> {
    /** The values of {@code -o}. */
    enum Format {
        shell,
        json
    }

    private final Context context;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "shell",
            description = "Output format: shell or json. Default: shell.")
    private Format format = Format.shell;

    EnvCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        LocalState state = RunningStack.of(Home.of(context), context);
        Map<String, String> variables = state.engineEnvironment();
        if (variables.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.CONFIGURATION,
                    state.engineKind().equals("configured")
                            ? "the engine at %s was not started by Pawl; its clients use the same variables as Pawl"
                                    .formatted(state.engineAddress())
                            : "the in-process engine has no address; install Go for an engine that has one");
        }
        PrintStream out = context.terminal().out();
        switch (format) {
            // Exact: a shell reads it.
            case shell ->
                variables.forEach((name, value) -> out.println("export " + name + "=" + ShellText.quoted(value)));
            case json -> {
                JsonObject json = new JsonObject();
                variables.forEach(json::addProperty);
                out.println(Json.pretty(json));
            }
        }
        out.flush();
        return 0;
    }
}
