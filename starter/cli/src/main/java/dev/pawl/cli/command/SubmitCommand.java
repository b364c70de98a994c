package dev.pawl.cli.command;

import dev.pawl.api.client.PawlClient;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.command.option.RequestIdOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.taskfile.TaskFile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "submit",
        description = {
            "Start a task in the background and return.",
            "Prints the task's id. Starts the local stack if no gateway is configured and none runs."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl submit task.md",
            "  pawl watch \"$(pawl submit task.md)\"",
            "  pawl submit task.md --request-id build-4711    safe to repeat"
        })
public final class SubmitCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private SubmitOptions submit;

    @Mixin
    private RequestIdOption requestId;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    SubmitCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        TaskFile file = submit.read();
        if (connection.local()) {
            submit.preflight(file);
        }
        try (PawlClient client = connection.openOrStart()) {
            Submitted submitted = submit.submit(client, file, requestId);
            context.terminal().say("watch it: pawl watch " + submitted.id());
            output.print(() -> List.of(submitted.id()), submitted::document);
        }
        return 0;
    }
}
