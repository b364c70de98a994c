package dev.pawl.acceptance.stack;

import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.TaskSpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Which of two hosts a task is on: any worker may register it, and assigns it to its own host. */
public final class Hosts {
    private static final int TRIES = 40;

    private final LocalStack stack;
    private final Tasks tasks;

    public Hosts(LocalStack stack) {
        this.stack = stack;
        this.tasks = new Tasks(stack);
    }

    /** Submits the task until one is on the host, where its agent runs; those on other hosts are cancelled. */
    public String taskOn(String host, TaskSpec.Builder task) {
        for (int i = 0; i < TRIES; i++) {
            String id = tasks.submit(task);
            Awaitility.await("the agent of " + id)
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> tasks.get(id).getSessionsCount() == 1 && Tasks.processesOf(id));
            if (hostOf(id).equals(host)) {
                return id;
            }
            stack.client()
                    .tasks()
                    .cancel(CancelRequest.newBuilder().setTaskId(id).build());
        }
        throw new IllegalStateException("host %s was given none of %d tasks".formatted(host, TRIES));
    }

    private String hostOf(String id) {
        try (Connection database = DriverManager.getConnection(stack.databaseUrl(), "pawl", stack.databasePassword());
                PreparedStatement query = database.prepareStatement("select host_id from task where id = ?")) {
            query.setString(1, id);
            var rows = query.executeQuery();
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
