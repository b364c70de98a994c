package dev.pawl.cli.command;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.command.option.RequestIdOption;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.taskfile.TaskFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "run",
        description = {
            "Run a task and watch it until it is proven.",
            "Starts the local stack if no gateway is configured and none runs. Ctrl-C only detaches."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl run task.md",
            "  pawl run \"fix the flaky test in foo\"         for the current repository, with its defaults",
            "  pawl run task.md --no-interactive -o json    in scripts: never wait for a person",
            "  pawl run task.md --label nightly --timeout 1h"
        })
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private SubmitOptions submit;

    @Mixin
    private RequestIdOption requestId;

    @Mixin
    private WatchView view;

    @Override
    public Integer call() throws Exception {
        TaskFile file = submit.read();
        if (view.connection().local()) {
            submit.preflight(file);
        }
        Task task;
        try (PawlClient client = view.connection().openOrStart()) {
            task = new TaskLookup(client)
                    .find(submit.submit(client, file, requestId).id());
        }
        return view.follow(task).code();
    }
}
