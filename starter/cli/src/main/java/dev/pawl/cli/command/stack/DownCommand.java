package dev.pawl.cli.command.stack;

import dev.pawl.api.client.Endpoint;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.connection.Gateways;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.local.Home;
import dev.pawl.cli.local.LocalStack;
import dev.pawl.cli.local.LocalState;
import dev.pawl.cli.report.Lines;
import dev.pawl.cli.terminal.Terminal;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "down",
        description = {
            "Stop the local stack with all its processes.",
            "Unfinished tasks resume at the next start, if the engine is durable."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl down"})
public final class DownCommand implements Callable<Integer> {
    private final Context context;

    DownCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        LocalStack stack = new LocalStack(Home.of(context), context);
        Optional<LocalState> running = stack.running();
        Terminal terminal = context.terminal();
        if (running.isEmpty()) {
            List<String> left = stack.endLeftServers();
            terminal.print("the local stack is not running"
                    + (left.isEmpty() ? "" : "; ended what it had left: " + String.join(", ", left)));
            return 0;
        }
        unfinished(running.get()).forEach(terminal::say);
        stack.stop();
        for (String left : stack.endLeftServers()) {
            terminal.say(left + " did not end with the stack and was ended");
        }
        terminal.print("ended the local stack (process " + running.get().pid() + "); no process of it is left");
        return 0;
    }

    private List<String> unfinished(LocalState state) throws IOException {
        try (PawlClient client = Gateways.connect(Endpoint.local(state.gatewayPort(), state.tokenFile()))) {
            ListTasksRequest recent =
                    ListTasksRequest.newBuilder().setPageSize(1000).build();
            String next = state.durable() ? "resumes at the next start" : "is lost with the in-process engine";
            return client.tasks().listTasks(recent).getTasksList().stream()
                    .filter(task -> !Lines.ended(task.getStatus()))
                    .map(task -> line(task, next))
                    .toList();
        } catch (StatusRuntimeException failure) {
            // Stop it in any case.
            return List.of("what was running is unknown: " + failure.getStatus());
        }
    }

    private static String line(Task task, String next) {
        return "task %s is %s and %s: %s".formatted(task.getId(), Words.of(task.getStatus()), next, task.getTitle());
    }
}
