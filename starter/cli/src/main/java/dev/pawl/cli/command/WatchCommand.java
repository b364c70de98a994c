package dev.pawl.cli.command;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.command.option.TaskParameter;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.invocation.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "watch",
        description = {
            "Watch a task until it ends, then report it.",
            "The exit code is the task's: 0 accepted, 10 if it waits for a person and nobody is at the terminal."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl watch calc-1f3a",
            "  pawl watch calc-1f3a --timeout 10m    exit code 124 when it takes longer",
            "  pawl watch calc-1f3a -o jsonl         every event as a line, the task as the last one"
        })
public final class WatchCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private TaskParameter task;

    @Mixin
    private WatchView view;

    WatchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Task found;
        try (PawlClient client = view.connection().open()) {
            found = new TaskLookup(client).find(task.id());
        }
        context.terminal().say("task " + found.getId() + ": " + found.getTitle());
        return view.follow(found).code();
    }
}
