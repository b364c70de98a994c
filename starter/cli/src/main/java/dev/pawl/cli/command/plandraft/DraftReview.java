package dev.pawl.cli.command.plandraft;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.ApproveRequest;
import dev.pawl.api.v1.GetDiffRequest;
import dev.pawl.api.v1.GetDiffResponse;
import dev.pawl.api.v1.Question;
import dev.pawl.api.v1.RejectRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.command.agents.NamedAgents;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.plandraft.Draft;
import dev.pawl.cli.plandraft.DraftPatch;
import dev.pawl.cli.plandraft.DraftProblems;
import dev.pawl.cli.plandraft.DraftedPlan;
import dev.pawl.cli.plandraft.UsersKeys;
import dev.pawl.cli.watch.Answerer;
import dev.pawl.cli.yaml.InvalidFileException;
import dev.pawl.cli.yaml.Problem;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Validates each draft, and answers its task: a valid one is approved, the problems of another go to the agent. */
final class DraftReview implements Answerer {
    private final Context context;
    private final ConnectionOptions connection;
    private final UsersKeys chosen;
    private List<Problem> problems = List.of();

    DraftReview(Context context, ConnectionOptions connection, UsersKeys chosen) {
        this.context = context;
        this.connection = connection;
        this.chosen = chosen;
    }

    /** Of the last draft that was read; empty if it is valid, or if none was read. */
    List<Problem> problems() {
        return problems;
    }

    @Override
    public boolean answers(Question question) {
        return Draft.asksAboutFile(question);
    }

    @Override
    public void answer(Task task, Consumer<String> say) throws IOException {
        try (PawlClient client = connection.open()) {
            decide(client, task, say);
        } catch (StatusRuntimeException refused) {
            // Somebody else answered meanwhile.
            if (refused.getStatus().getCode() != Status.Code.FAILED_PRECONDITION) {
                throw refused;
            }
        }
    }

    private void decide(PawlClient client, Task task, Consumer<String> say) throws IOException {
        Question question = task.getQuestion();
        // The same for a second command that watches the same task.
        String requestId = UUID.nameUUIDFromBytes(question.getId().getBytes(StandardCharsets.UTF_8))
                .toString();
        if (valid(client, task.getId())) {
            approve(client, task.getId(), requestId);
        } else if (question.getIteration() < Draft.ITERATIONS) {
            say.accept("the draft is not valid yet; the agent gets its problems:");
            DraftProblems.lines(problems).forEach(line -> say.accept("  " + line));
            repair(client, task.getId(), requestId);
        } else {
            reject(client, task.getId(), requestId);
        }
    }

    private boolean valid(PawlClient client, String taskId) throws IOException {
        try {
            read(client, taskId);
            return true;
        } catch (InvalidFileException invalid) {
            return false;
        }
    }

    /** @throws InvalidFileException with every problem of the last draft */
    DraftedPlan read(PawlClient client, String taskId) throws IOException, InvalidFileException {
        try {
            DraftedPlan plan = DraftedPlan.of(
                    DraftPatch.file(patch(client, taskId)), chosen, NamedAgents.of(context), context.home());
            problems = List.of();
            return plan;
        } catch (InvalidFileException invalid) {
            problems = invalid.problems();
            throw invalid;
        }
    }

    /** No more of it than is read. Closing the client ends the call. */
    private static byte[] patch(PawlClient client, String taskId) throws IOException {
        Iterator<GetDiffResponse> chunks = client.streams()
                .getDiff(GetDiffRequest.newBuilder().setTaskId(taskId).build());
        ByteArrayOutputStream patch = new ByteArrayOutputStream();
        while (patch.size() <= DraftPatch.LARGEST && chunks.hasNext()) {
            chunks.next().getChunk().writeTo(patch);
        }
        return patch.toByteArray();
    }

    private void approve(PawlClient client, String taskId, String requestId) {
        client.tasks()
                .approve(ApproveRequest.newBuilder()
                        .setTaskId(taskId)
                        .setText("a valid plan file")
                        .setBy(context.person())
                        .setRequestId(requestId)
                        .build());
    }

    private void repair(PawlClient client, String taskId, String requestId) {
        client.tasks()
                .answer(AnswerRequest.newBuilder()
                        .setTaskId(taskId)
                        .setText(DraftProblems.feedback(problems))
                        .setBy(context.person())
                        .setRequestId(requestId)
                        .build());
    }

    private void reject(PawlClient client, String taskId, String requestId) {
        client.tasks()
                .reject(RejectRequest.newBuilder()
                        .setTaskId(taskId)
                        .setText("no valid plan file after %d drafts".formatted(Draft.ITERATIONS))
                        .setBy(context.person())
                        .setRequestId(requestId)
                        .build());
    }
}
