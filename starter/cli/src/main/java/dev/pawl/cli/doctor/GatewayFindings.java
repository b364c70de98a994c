package dev.pawl.cli.doctor;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.DatabaseInfo;
import dev.pawl.api.v1.EngineInfo;
import dev.pawl.api.v1.GetInfoRequest;
import dev.pawl.api.v1.GetInfoResponse;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.report.Lines;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Findings of a running gateway: its engine, its database, and tasks that make no progress. */
public final class GatewayFindings {
    /** Each needs its own call. */
    private static final int MOST = 50;

    private static final List<TaskStatus> OPEN = List.of(
            TaskStatus.TASK_STATUS_RUNNING,
            TaskStatus.TASK_STATUS_SUBMITTED,
            TaskStatus.TASK_STATUS_WAITING,
            TaskStatus.TASK_STATUS_PAUSED,
            TaskStatus.TASK_STATUS_PARKED);

    private final PawlClient client;

    public GatewayFindings(PawlClient client) {
        this.client = client;
    }

    public List<Finding> findings() {
        try {
            GetInfoResponse info = client.server().getInfo(GetInfoRequest.getDefaultInstance());
            List<Finding> findings = new ArrayList<>(engine(info.getEngine()));
            findings.addAll(database(info.getDatabase()));
            // Without the engine each task would take as long as one call to it may.
            if (info.getDatabase().getReachable() && info.getEngine().getReachable()) {
                findings.addAll(tasks());
            }
            return findings;
        } catch (StatusRuntimeException failure) {
            return List.of(Finding.note(
                    "gateway",
                    "does not answer: " + failure.getStatus().getCode(),
                    "see its log, or restart it: pawl down, pawl up"));
        }
    }

    private static List<Finding> engine(EngineInfo engine) {
        if (!engine.getReachable()) {
            return List.of(Finding.missing("gateway", engine.getProblem(), "start the engine, or see its log"));
        }
        String version = engine.getVersion().isEmpty() ? "" : ", version " + engine.getVersion();
        Finding answers = Finding.ok("gateway", "its engine answers, namespace " + engine.getNamespace() + version);
        return engine.getNote().isEmpty()
                ? List.of(answers)
                : List.of(answers, Finding.note("engine", engine.getNote(), null));
    }

    private static List<Finding> database(DatabaseInfo database) {
        return database.getReachable()
                ? List.of()
                : List.of(Finding.missing(
                        "gateway", "its database: " + database.getProblem(), "start the database, or see its log"));
    }

    private List<Finding> tasks() {
        List<Finding> findings = new ArrayList<>();
        try {
            for (Task task : open()) {
                ofTask(task.getId()).ifPresent(findings::add);
            }
        } catch (StatusRuntimeException silent) {
            findings.add(Finding.note(
                    "tasks", "not all were inspected: " + silent.getStatus().getCode(), "try again, or see its log"));
        }
        return findings;
    }

    private List<Task> open() {
        return OPEN.stream()
                .flatMap(status -> client
                        .tasks()
                        .listTasks(ListTasksRequest.newBuilder()
                                .setStatus(status)
                                .setPageSize(MOST)
                                .build())
                        .getTasksList()
                        .stream())
                .limit(MOST)
                .toList();
    }

    /** @throws StatusRuntimeException if calls for other tasks would fail too */
    private Optional<Finding> ofTask(String taskId) {
        try {
            Task task = client.tasks()
                    .getTask(GetTaskRequest.newBuilder().setTaskId(taskId).build())
                    .getTask();
            return task.hasStall() ? Optional.of(stalled(task)) : Optional.empty();
        } catch (StatusRuntimeException failure) {
            return switch (failure.getStatus().getCode()) {
                case UNAVAILABLE, DEADLINE_EXCEEDED -> throw failure;
                default ->
                    Optional.of(Finding.note(
                            "task",
                            taskId + ": cannot be inspected: "
                                    + Objects.requireNonNullElse(
                                            failure.getStatus().getDescription(),
                                            failure.getStatus().getCode().name()),
                            "see what is wrong with it: pawl doctor --verify"));
            };
        }
    }

    private static Finding stalled(Task task) {
        return Finding.note(
                "task",
                task.getId() + ": " + Lines.stall(task.getStall(), Instant.now()),
                task.getStall().getAdvice());
    }
}
