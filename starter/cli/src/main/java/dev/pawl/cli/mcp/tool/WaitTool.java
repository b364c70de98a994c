package dev.pawl.cli.mcp.tool;

import com.google.protobuf.Duration;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.WaitTaskRequest;
import dev.pawl.api.v1.WaitTaskResponse;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.report.TaskReport;
import dev.pawl.cli.terminal.Style;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits for the end of a task, for a bounded time. */
final class WaitTool {
    private static final String SECONDS = "seconds";
    /** Many clients give up after a minute. */
    private static final long USUAL = 50;
    /** The longest that the gateway permits. */
    private static final long LONGEST = 600;
    /** For the answer itself. */
    private static final long MORE = 15;

    private WaitTool() {}

    static Tool tool() {
        return Tool.reading(
                "wait",
                "Waits until a task has ended or needs a person, then shows it. If the time is over first, it says so "
                        + "and the task continues: call it again.",
                List.of(
                        Parameter.task(),
                        Parameter.optional(
                                SECONDS,
                                new Kind.Whole(1, LONGEST),
                                "How long to wait at most. Default: %d.".formatted(USUAL))),
                WaitTool::run);
    }

    private static void run(PawlClient client, Arguments arguments, Excerpt out) {
        Task task = new TaskLookup(client).find(arguments.required(TaskTools.TASK));
        long seconds = arguments.number(SECONDS).orElse(USUAL);
        WaitTaskRequest request = WaitTaskRequest.newBuilder()
                .setTaskId(task.getId())
                .setTimeout(Duration.newBuilder().setSeconds(seconds))
                .setOrWaiting(true)
                .build();
        WaitTaskResponse waited = client.streams()
                .withDeadlineAfter(seconds + MORE, TimeUnit.SECONDS)
                .waitTask(request);
        if (!waited.getReached()) {
            out.line("not yet: after %d seconds the task continues; call wait again".formatted(seconds));
        }
        out.lines(TaskReport.lines(waited.getTask(), TaskTools.WIDTH, Style.PLAIN));
    }
}
