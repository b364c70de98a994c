package dev.pawl.acceptance.benchmark;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.pawl.acceptance.stack.Distribution;
import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.EventType;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.WatchTaskRequest;
import dev.pawl.host.process.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Prints the times that a user waits for; asserts none. Not part of the build; run it with {@code mvn -pl acceptance
 * -am test -Dtest=CoreBenchmark -Dsurefire.failIfNoSpecifiedTests=false}, after {@code ./pawl --help} has built what it
 * measures.
 */
class CoreBenchmark {
    private static final int WARM_UP = 5;
    private static final int TIMES = 20;

    @Test
    void timesThatAUserWaitsFor() throws Exception {
        long start = System.nanoTime();
        try (LocalStack stack = LocalStack.started()) {
            System.out.printf(
                    Locale.ROOT,
                    "local stack, new home to ready: %.1f s (target 10)%n",
                    (System.nanoTime() - start) / 1e9);
            String taskId = iterations(stack);
            System.out.printf(
                    Locale.ROOT, "worker + gateway resident: %d MB (target 450)%n", residentMegabytes(stack.pid()));
            print("pawl --help (target 150 ms)", series(() -> pawl(stack, "--help")));
            print("pawl status (target 300 ms)", series(() -> pawl(stack, "status", taskId)));
        }
    }

    /** Alternating with the bare workflow, since the speed of a shared machine varies. */
    private static String iterations(LocalStack stack) throws Exception {
        Tasks tasks = new Tasks(stack);
        List<Double> bare = new ArrayList<>();
        List<Double> process = new ArrayList<>();
        List<Double> iteration = new ArrayList<>();
        List<String> noOpProcess = new ArrayList<>(Isolation.probe().prefix());
        noOpProcess.add("true");
        String taskId = "";
        try (BareWorkflow workflow = new BareWorkflow(stack.engineConnection())) {
            for (int i = 0; i < WARM_UP + TIMES; i++) {
                double without = millisOf(() -> {
                    workflow.run();
                    return 0;
                });
                double started =
                        millisOf(() -> new ProcessBuilder(noOpProcess).start().waitFor());
                taskId = tasks.run(noOp()).getId();
                if (i >= WARM_UP) {
                    bare.add(without);
                    process.add(started);
                    iteration.add(iterationMillis(stack, taskId));
                }
            }
        }
        print("bare workflow of three activities", bare);
        print("start and end of the process 'true'", process);
        print("no-op iteration, ready workspace to decision", iteration);
        System.out.printf(
                Locale.ROOT,
                "no-op iteration less the process, to bare workflow: %.2f x (target 1.3)%n",
                (median(iteration) - median(process)) / median(bare));
        return taskId;
    }

    private static TaskSpec.Builder noOp() {
        return TaskSpec.newBuilder()
                .setTitle("No-op")
                .setPrompt("Do nothing.")
                .setAgent(AgentSpec.newBuilder().setName("command").addCommand("true"))
                .setInteractive(false)
                .setLimits(Limits.newBuilder().setIterations(1));
    }

    /** By the database's clock, for the only iteration of a task: from before its prompt to after its decision. */
    private static double iterationMillis(LocalStack stack, String taskId) {
        Map<EventType, Timestamp> times = new EnumMap<>(EventType.class);
        stack.client()
                .streams()
                .watchTask(WatchTaskRequest.newBuilder().setTaskId(taskId).build())
                .forEachRemaining(seen -> {
                    if (seen.hasEvent()) {
                        times.putIfAbsent(
                                seen.getEvent().getType(), seen.getEvent().getCreatedAt());
                    }
                });
        return nanos(times, EventType.EVENT_TYPE_DECISION_MADE) / 1e6
                - nanos(times, EventType.EVENT_TYPE_WORKSPACE_PREPARED) / 1e6;
    }

    private static double nanos(Map<EventType, Timestamp> times, EventType type) {
        return Timestamps.toNanos(Objects.requireNonNull(times.get(type), type.toString()));
    }

    private static int pawl(LocalStack stack, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Distribution.root().resolve("pawl").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PAWL_HOME", stack.home().toString());
        return builder.start().waitFor();
    }

    private static long residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> series(Callable<Integer> work) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            millis.add(millisOf(work));
        }
        return millis;
    }

    private static double millisOf(Callable<Integer> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }

    private static void print(String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, fastest %.1f, slowest %.1f%n",
                what,
                median(millis),
                sorted.getFirst(),
                sorted.getLast());
    }
}
