package dev.pawl.acceptance.benchmark;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.ApproveRequest;
import dev.pawl.api.v1.Breakpoint;
import dev.pawl.api.v1.BreakpointMoment;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Prints how long worker and gateway take after a SIGKILL while many tasks wait for a person, to be ready and to carry
 * out the first answer; asserts nothing. Not part of the build; run it like {@link CoreBenchmark}.
 */
class RestartBenchmark {
    private static final int OPEN = 1000;
    /** At once, so that no task waits longer than the test's patience. */
    private static final int GROUP = 20;

    @Test
    void readyAgainWhileManyTasksAreOpen() {
        try (LocalStack stack = LocalStack.started()) {
            Tasks tasks = new Tasks(stack);
            List<String> open = new ArrayList<>();
            while (open.size() < OPEN) {
                List<String> group = new ArrayList<>();
                for (int i = 0; i < GROUP; i++) {
                    group.add(tasks.submit(waiting()));
                }
                group.forEach(taskId -> tasks.await(taskId, TaskStatus.TASK_STATUS_WAITING));
                open.addAll(group);
            }
            stack.kill();

            long killed = System.nanoTime();
            stack.start();
            double ready = (System.nanoTime() - killed) / 1e9;
            approve(stack, open.get(0));
            tasks.finished(open.get(0));

            System.out.printf(
                    Locale.ROOT,
                    "restart with %d open tasks: ready after %.1f s (target 5), first answer carried out after %.1f s%n",
                    OPEN,
                    ready,
                    (System.nanoTime() - killed) / 1e9);
        }
    }

    private static void approve(LocalStack stack, String taskId) {
        stack.client()
                .tasks()
                .approve(ApproveRequest.newBuilder()
                        .setTaskId(taskId)
                        .setRequestId(UUID.randomUUID().toString())
                        .build());
    }

    private static TaskSpec.Builder waiting() {
        return TaskSpec.newBuilder()
                .setTitle("Waits")
                .setPrompt("Write x.")
                .setAgent(AgentSpec.newBuilder()
                        .setName("command")
                        .addCommand("sh")
                        .addCommand("-c")
                        .addCommand("echo x > x"))
                .addFiles("x")
                .setInteractive(true)
                .addBreakpoints(Breakpoint.newBuilder().setMoment(BreakpointMoment.BREAKPOINT_MOMENT_BEFORE_ACCEPT))
                .setLimits(Limits.newBuilder().setIterations(1));
    }
}
