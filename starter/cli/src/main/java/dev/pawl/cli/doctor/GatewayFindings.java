package dev.pawl.cli.doctor;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.DatabaseInfo;
import dev.pawl.api.v1.EngineInfo;
import dev.pawl.api.v1.GetInfoRequest;
import dev.pawl.api.v1.GetInfoResponse;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.report.Lines;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a running gateway says: of its engine, of its database, and of tasks that make no progress. */
public final class GatewayFindings {
    private static final int NEWEST = 200;

    /** Each is asked about by itself. */
    private static final int MOST = 50;

    private final PawlClient client;

    public GatewayFindings(PawlClient client) {
        this.client = client;
    }

    public List<Finding> findings() {
        try {
            GetInfoResponse info = client.server().getInfo(GetInfoRequest.getDefaultInstance());
            List<Finding> findings = new ArrayList<>(engine(info.getEngine()));
            findings.addAll(database(info.getDatabase()));
            if (info.getDatabase().getReachable()) {
                findings.addAll(stalledTasks());
            }
            return findings;
        } catch (StatusRuntimeException failure) {
            return List.of(Finding.note(
                    "gateway",
                    "does not answer: " + failure.getStatus().getCode(),
                    "look at its log, or start it again: pawl down, pawl up"));
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

    private List<Finding> stalledTasks() {
        ListTasksRequest newest =
                ListTasksRequest.newBuilder().setPageSize(NEWEST).build();
        return client.tasks().listTasks(newest).getTasksList().stream()
                .filter(task -> !Lines.ended(task.getStatus()))
                .limit(MOST)
                .map(task -> whole(task.getId()))
                .filter(Task::hasStall)
                .map(GatewayFindings::stalled)
                .toList();
    }

    private Task whole(String taskId) {
        return client.tasks()
                .getTask(GetTaskRequest.newBuilder().setTaskId(taskId).build())
                .getTask();
    }

    private static Finding stalled(Task task) {
        return Finding.note(
                "task",
                task.getId() + ": " + Lines.stall(task.getStall(), Instant.now()),
                task.getStall().getAdvice());
    }
}
