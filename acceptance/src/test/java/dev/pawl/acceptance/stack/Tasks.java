package dev.pawl.acceptance.stack;

import com.google.protobuf.util.Durations;
import dev.pawl.api.client.Words;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.CheckSpec;
import dev.pawl.api.v1.GetContentRequest;
import dev.pawl.api.v1.GetDiffRequest;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.Limits;
import dev.pawl.api.v1.ListActionsRequest;
import dev.pawl.api.v1.Must;
import dev.pawl.api.v1.StopRequest;
import dev.pawl.api.v1.SubmitTaskRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Submits tasks of scripted agents to a stack and reads their results. */
public final class Tasks {
    private static final Duration BOUND = Duration.ofMinutes(5);

    /** Every function of the calculator, as the scenario requires. */
    public static final String CALCULATOR_CHECK = "python3 -c \"import calculator as c; assert c.add(2,3)==5; "
            + "assert c.subtract(5,3)==2; assert c.multiply(4,5)==20; assert c.divide(10,2)==5\n"
            + "try:\n  c.divide(10,0)\nexcept (ValueError, ZeroDivisionError):\n  print('all good')\n"
            + "else:\n  raise SystemExit('no error')\"";

    private final LocalStack stack;

    public Tasks(LocalStack stack) {
        this.stack = stack;
    }

    /** A task whose agent plays a scenario of {@code agent.py}; tests add files, checks and a workspace. */
    public static TaskSpec.Builder playing(String scenario) {
        return TaskSpec.newBuilder()
                .setTitle("Scenario " + scenario)
                .setPrompt("Create a Python module called calculator.py with add, subtract, multiply and divide.")
                .setAgent(AgentSpec.newBuilder()
                        .setName("command")
                        .addCommand("python3")
                        .addCommand(Distribution.resource("agents/agent.py").toString())
                        .addCommand(scenario))
                .setLimits(Limits.newBuilder().setIterations(5));
    }

    public static CheckSpec check(String name, String run) {
        return CheckSpec.newBuilder()
                .setName(name)
                .setRun(run)
                .setTimeout(Durations.fromSeconds(60))
                .setMust(Must.MUST_PASS)
                .build();
    }

    public static TaskSpec.Builder calculator(String scenario) {
        return playing(scenario).addFiles("calculator.py").addChecks(check("calculator", CALCULATOR_CHECK));
    }

    public String submit(TaskSpec.Builder task) {
        return stack.client()
                .tasks()
                .submitTask(SubmitTaskRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setTask(task)
                        .build())
                .getTaskId();
    }

    public Task run(TaskSpec.Builder task) {
        return finished(submit(task));
    }

    public Task finished(String taskId) {
        return await(taskId, TaskStatus.TASK_STATUS_ACCEPTED);
    }

    /** The task once it has a status or has ended otherwise. */
    public Task await(String taskId, TaskStatus status) {
        Awaitility.await(taskId + " becomes " + status)
                .atMost(BOUND)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> get(taskId).getStatus() == status || get(taskId).hasFinishedAt());
        return get(taskId);
    }

    public Task get(String taskId) {
        return stack.client()
                .tasks()
                .getTask(GetTaskRequest.newBuilder().setTaskId(taskId).build())
                .getTask();
    }

    /** Stops a task, with retries while no worker confirms it, as after the loss of the one that had the workflow. */
    public void stop(String taskId) {
        StopRequest request = StopRequest.newBuilder()
                .setTaskId(taskId)
                .setRequestId(UUID.randomUUID().toString())
                .build();
        Awaitility.await(taskId + " is being stopped").atMost(BOUND).until(() -> confirmed(request));
    }

    private boolean confirmed(StopRequest request) {
        try {
            stack.client().tasks().stop(request);
            return true;
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED) {
                return false;
            }
            throw e;
        }
    }

    public String content(String ref) {
        StringBuilder text = new StringBuilder();
        stack.client()
                .streams()
                .getContent(GetContentRequest.newBuilder().setRef(ref).build())
                .forEachRemaining(part -> text.append(part.getChunk().toStringUtf8()));
        return text.toString();
    }

    public String diff(String taskId) {
        StringBuilder text = new StringBuilder();
        stack.client()
                .streams()
                .getDiff(GetDiffRequest.newBuilder().setTaskId(taskId).build())
                .forEachRemaining(part -> text.append(part.getChunk().toStringUtf8()));
        return text.toString();
    }

    /** The actions of the task's agents, as {@code kind: text}. */
    public List<String> actions(String taskId) {
        return stack
                .client()
                .tasks()
                .listActions(ListActionsRequest.newBuilder().setTaskId(taskId).build())
                .getActionsList()
                .stream()
                .map(action -> Words.of(action.getKind()) + ": " + action.getText())
                .toList();
    }

    /** Whether any process of the machine still belongs to a task. */
    public static boolean processesOf(String taskId) {
        return ProcessHandle.allProcesses().anyMatch(process -> belongs(process.pid(), taskId));
    }

    private static boolean belongs(long pid, String taskId) {
        Path environment = Path.of("/proc", Long.toString(pid), "environ");
        try {
            return new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1)
                    .contains("PAWL_RUN=" + taskId);
        } catch (IOException e) {
            // The process ended meanwhile.
            return false;
        }
    }
}
