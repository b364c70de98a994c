package dev.pawl.gateway.view;

import com.google.protobuf.ByteString;
import dev.pawl.api.v1.GetDiffRequest;
import dev.pawl.api.v1.GetLogsRequest;
import dev.pawl.api.v1.GetLogsResponse;
import dev.pawl.db.iteration.IterationRow;
import dev.pawl.db.session.SessionRow;
import dev.pawl.gateway.failure.Failures;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The long texts of a task: patches, transcripts, prompts, outputs. */
public final class TaskTexts {
    private final Rows rows;
    private final TaskReader tasks;
    private final StoredText content;

    public TaskTexts(Rows rows, TaskReader tasks, StoredText content) {
        this.rows = rows;
        this.tasks = tasks;
        this.content = content;
    }

    /** The patch of the task's last result, or of one iteration's; empty if nothing changed. */
    public void diff(GetDiffRequest request, Consumer<ByteString> chunks) {
        String ref = request.hasIteration()
                ? iteration(request.getTaskId(), request.getIteration()).patchRef()
                : tasks.row(request.getTaskId()).patchRef();
        if (ref != null) {
            content.stream(ref, chunks);
        }
    }

    /** The transcripts of a task's sessions, oldest first; an empty chunk for a session without one. */
    public void logs(GetLogsRequest request, Consumer<GetLogsResponse> chunks) {
        for (SessionRow session : sessions(request)) {
            GetLogsResponse.Builder response =
                    GetLogsResponse.newBuilder().setSessionId(session.id().toString());
            @Nullable String ref = session.transcriptRef();
            if (ref == null) {
                chunks.accept(response.build());
            } else {
                content.stream(
                        ref, chunk -> chunks.accept(response.setChunk(chunk).build()));
            }
        }
    }

    /** @throws io.grpc.StatusRuntimeException NOT_FOUND if no text has this name */
    public void content(String ref, Consumer<ByteString> chunks) {
        content.stream(ref, chunks);
    }

    private IterationRow iteration(String taskId, int number) {
        tasks.row(taskId);
        return rows.iterations().list(taskId).stream()
                .filter(row -> row.number() == number)
                .findFirst()
                .orElseThrow(() -> Failures.notFound("task %s has no iteration %d".formatted(taskId, number)));
    }

    private List<SessionRow> sessions(GetLogsRequest request) {
        tasks.row(request.getTaskId());
        List<SessionRow> all = rows.sessions().list(request.getTaskId());
        if (!request.hasSessionId()) {
            return all;
        }
        return all.stream()
                .filter(row -> row.id().toString().equals(request.getSessionId()))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> Failures.notFound(
                        "task %s has no session %s".formatted(request.getTaskId(), request.getSessionId())));
    }
}
