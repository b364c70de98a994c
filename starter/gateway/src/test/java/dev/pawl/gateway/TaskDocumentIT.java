package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.CheckState;
import dev.pawl.api.v1.DecisionType;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.DiffSummary;
import dev.pawl.api.v1.Event;
import dev.pawl.api.v1.EventType;
import dev.pawl.api.v1.GetContentRequest;
import dev.pawl.api.v1.GetDiffRequest;
import dev.pawl.api.v1.GetDiffResponse;
import dev.pawl.api.v1.GetLogsRequest;
import dev.pawl.api.v1.GetLogsResponse;
import dev.pawl.api.v1.GetTaskRequest;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.ListOpenQuestionsRequest;
import dev.pawl.api.v1.ListSessionsRequest;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.Totals;
import dev.pawl.api.v1.WatchTaskRequest;
import dev.pawl.api.v1.WatchTaskResponse;
import dev.pawl.db.task.TaskResult;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskDocumentIT {
    private GatewayUnderTest gateway;
    private PawlClient client;
    private SeededTask seeded;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        gateway = new GatewayUnderTest(directory, "--pawl.gateway.watch.heartbeat=300ms");
        client = gateway.client();
        seeded = new SeededTask("t-seeded", gateway.rows(), gateway.content());
        seeded.store();
    }

    @AfterAll
    void stop() throws IOException {
        client.close();
        gateway.close();
    }

    @Test
    void aTaskShowsItsStateAndTheOpenQuestion() {
        Task task = task(seeded.id);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.TASK_STATUS_WAITING);
        assertThat(task.hasFinishedAt()).isFalse();
        assertThat(task.getPhase()).isEqualTo("person");
        assertThat(task.getModel()).isEqualTo("small");
        assertThat(task.getDeliver()).isEqualTo(DeliverMode.DELIVER_MODE_APPLY);
        assertThat(task.getNotesList()).containsExactly("starts from HEAD");
        assertThat(task.getLabelsList()).containsExactly("nightly");
        assertThat(task.getBaseSnapshot()).isEqualTo("base1");
        assertThat(task.getDiff())
                .isEqualTo(DiffSummary.newBuilder()
                        .setFiles(1)
                        .setAdded(2)
                        .setRemoved(3)
                        .build());
        assertThat(task.getQuestion().getQuestion()).isEqualTo("Which one?");
        assertThat(task.getBaselineList())
                .singleElement()
                .satisfies(check -> assertThat(check.getFailuresList()).containsExactly("old"));
        assertThat(task.getLastSequence()).isEqualTo(1);
    }

    @Test
    void theInboxHasTheOpenQuestionWithItsChoicesAndTheCostSoFar() {
        assertThat(client.inbox()
                        .listOpenQuestions(ListOpenQuestionsRequest.getDefaultInstance())
                        .getQuestionsList())
                .filteredOn(question -> question.getTaskId().equals(seeded.id))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.getQuestion()).isEqualTo("Which one?");
                    assertThat(question.getChoicesList()).containsExactly("the red one", "the blue one");
                    assertThat(question.hasCostUsd()).isTrue();
                    assertThat(question.hasDeadline()).isTrue();
                });
        assertThatThrownBy(() -> client.inbox()
                        .listOpenQuestions(ListOpenQuestionsRequest.newBuilder()
                                .setPageSize(1001)
                                .build()))
                .hasMessageContaining("INVALID_ARGUMENT");
        assertThatThrownBy(() -> client.inbox()
                        .listOpenQuestions(ListOpenQuestionsRequest.newBuilder()
                                .setPageToken("x")
                                .build()))
                .hasMessageContaining("INVALID_ARGUMENT");
    }

    @Test
    void anIterationHasItsEvidenceScoreDecisionAndSession() {
        Iteration iteration = task(seeded.id).getIterations(0);
        assertThat(iteration.getNumber()).isEqualTo(1);
        assertThat(iteration.getSessionId()).isEqualTo(seeded.first.toString());
        assertThat(iteration.getScore()).isEqualTo(0.4);
        assertThat(iteration.getDecision().getType()).isEqualTo(DecisionType.DECISION_TYPE_RETRY);
        assertThat(iteration.getDecision().getReasonsList()).containsExactly("unit is red");
        assertThat(iteration.getChecks(0).getState()).isEqualTo(CheckState.CHECK_STATE_FAILED);
        assertThat(iteration.getChecks(0).getExitCode()).isEqualTo(1);
        assertThat(iteration.getChecks(0).getNewFailuresList()).containsExactly("new");
        assertThat(iteration.getFiles(0).getChanged()).isTrue();
        assertThat(iteration.getFindings(0).getKind()).isEqualTo("runner_configuration");
        assertThat(iteration.getProof().getCheckFiles(0).getWhy()).isEqualTo("check 'unit'");
        assertThat(iteration.getProof().getControls(0).getState()).isEqualTo("refuted");
        assertThat(iteration.getProof().getControls(0).getLine())
                .isEqualTo("check 'unit' is green without the change of a.py; it is green because of run.sh");
        assertThat(iteration.getProof().getUnknownList()).containsExactly("which tests it runs");
        assertThat(task(seeded.id).getIterations(1).hasFeedbackRef()).isTrue();
        assertThat(task(seeded.id).getIterations(1).hasDecision()).isFalse();
    }

    @Test
    void totalsAreTheExactSumOverTheSessionsFailedOnesIncluded() {
        Totals totals = client.tasks()
                .listSessions(
                        ListSessionsRequest.newBuilder().setTaskId(seeded.id).build())
                .getTotals();
        assertThat(totals).isEqualTo(task(seeded.id).getTotals());
        assertThat(totals.getSessions()).isEqualTo(2);
        assertThat(totals.getSessionsByStatusMap())
                .containsEntry("failed", 1L)
                .containsEntry("completed", 1L)
                .hasSize(2);
        assertThat(totals.getUsage().getInputTokens()).isEqualTo(20);
        assertThat(totals.getUsage().getCostUsd()).isEqualTo("0.25");
        assertThat(totals.getUsage().getEstimatedUsd()).isEqualTo("0.125");
        assertThat(totals.getUnpricedSessions()).isEqualTo(1);
        assertThat(totals.getUnpricedJudgeCalls()).isZero();
        assertThat(totals.getJudgeUsage().hasEstimatedUsd()).isFalse();
        assertThat(totals.getDurationMs()).isEqualTo(3000);
        assertThat(totals.getJudgeCalls()).isEqualTo(1);
        assertThat(totals.getJudgeUsage().getInputTokens()).isEqualTo(5);
        assertThat(totals.getJudgeUsage().getCostUsd()).isEqualTo("0.01");
    }

    @Test
    void aSessionKnowsIterationAttemptAgentAndModelAndAnUnknownCostIsAbsent() {
        Session session = task(seeded.id).getSessions(1);
        assertThat(session.getId()).isEqualTo(seeded.second.toString());
        assertThat(session.getIteration()).isEqualTo(2);
        assertThat(session.getAttempt()).isEqualTo(1);
        assertThat(session.getAgent()).isEqualTo("claude-code");
        assertThat(session.getModel()).isEqualTo("large");
        assertThat(session.getStatus()).isEqualTo(SessionStatus.SESSION_STATUS_COMPLETED);
        assertThat(session.getDurationMs()).isEqualTo(1500);
        assertThat(session.getUsage().hasCostUsd()).isFalse();
        assertThat(session.getCostNote()).isEqualTo("no price is known for model 'large'");
    }

    @Test
    void aPatchComesWholeInChunksOfAtMost64Kib() {
        StringBuilder patch = new StringBuilder();
        int chunks = 0;
        for (Iterator<GetDiffResponse> it = client.streams()
                        .getDiff(GetDiffRequest.newBuilder()
                                .setTaskId(seeded.id)
                                .setIteration(1)
                                .build());
                it.hasNext();
                chunks++) {
            GetDiffResponse response = it.next();
            assertThat(response.getChunk().size()).isLessThanOrEqualTo(64 * 1024);
            patch.append(response.getChunk().toStringUtf8());
        }
        assertThat(patch.toString()).isEqualTo(seeded.patch);
        assertThat(chunks).isGreaterThan(1);
    }

    @Test
    void logsNameTheSessionOfEveryChunkAlsoOfOneWithoutATranscript() {
        List<GetLogsResponse> logs = new ArrayList<>();
        client.streams()
                .getLogs(GetLogsRequest.newBuilder().setTaskId(seeded.id).build())
                .forEachRemaining(logs::add);
        assertThat(logs)
                .extracting(GetLogsResponse::getSessionId, log -> log.getChunk().toStringUtf8())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(seeded.first.toString(), "first transcript"),
                        org.assertj.core.groups.Tuple.tuple(seeded.second.toString(), ""));
    }

    @Test
    void aReferenceCanBeReadAndAnUnknownOneIsNotFound() {
        String ref = task(seeded.id).getIterations(0).getPromptRef();
        assertThat(client.streams()
                        .getContent(GetContentRequest.newBuilder().setRef(ref).build())
                        .next()
                        .getChunk()
                        .toStringUtf8())
                .isEqualTo("Do it.");
        for (String wrong : List.of("0".repeat(64), "../../etc/passwd")) {
            assertThatThrownBy(() -> client.streams()
                            .getContent(
                                    GetContentRequest.newBuilder().setRef(wrong).build())
                            .next())
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessageMatching("(NOT_FOUND|INVALID_ARGUMENT).*");
        }
    }

    @Test
    void aWatchResumesAfterAnyEventWithoutGapAndEndsAfterTheLast() {
        SeededTask task = new SeededTask("t-watched", gateway.rows(), gateway.content());
        task.store();
        append(task, 2, 450);
        gateway.rows().tasks().finish(task.id, new TaskResult("accepted", "none", "proven", null, "none", ""));
        gateway.rows().events().append("finished", task.id, "task_finished", "{}");
        assertThat(sequences(watched(task.id, 0))).containsExactlyElementsOf(upTo(1, 451));
        assertThat(sequences(watched(task.id, 300))).containsExactlyElementsOf(upTo(301, 451));
        assertThat(watched(task.id, 451)).allMatch(WatchTaskResponse::hasProgress);
    }

    @Test
    void aWatchHearsOfEventsWhileTheyHappenAndOfProgressInBetween() {
        SeededTask task = new SeededTask("t-live", gateway.rows(), gateway.content());
        task.store();
        List<WatchTaskResponse> heard = new CopyOnWriteArrayList<>();
        Thread watcher = Thread.startVirtualThread(() -> client.streams()
                .watchTask(WatchTaskRequest.newBuilder().setTaskId(task.id).build())
                .forEachRemaining(heard::add));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        heard.stream().filter(WatchTaskResponse::hasProgress).count() >= 3);
        append(task, 2, 2);
        gateway.rows().tasks().finish(task.id, new TaskResult("accepted", "none", "proven", null, "none", ""));
        gateway.rows().events().append("finished", task.id, "task_finished", "{\"status\": \"accepted\"}");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !watcher.isAlive());
        Event last = heard.getLast().getEvent();
        assertThat(sequences(heard)).containsExactly(1L, 2L, 3L);
        assertThat(last.getType()).isEqualTo(EventType.EVENT_TYPE_TASK_FINISHED);
        assertThat(last.getPayload().getFieldsOrThrow("status").getStringValue())
                .isEqualTo("accepted");
        assertThat(heard.stream()
                        .filter(WatchTaskResponse::hasProgress)
                        .findFirst()
                        .orElseThrow()
                        .getProgress()
                        .getTotals()
                        .getSessions())
                .isEqualTo(2);
    }

    private void append(SeededTask task, int from, int to) {
        for (int i = from; i <= to; i++) {
            gateway.rows().events().append("e-" + i, task.id, "agent_activity", "{\"text\": \"" + i + "\"}");
        }
    }

    private List<WatchTaskResponse> watched(String id, long after) {
        List<WatchTaskResponse> heard = new ArrayList<>();
        client.streams()
                .watchTask(WatchTaskRequest.newBuilder()
                        .setTaskId(id)
                        .setAfterSequence(after)
                        .build())
                .forEachRemaining(heard::add);
        return heard;
    }

    private static List<Long> sequences(List<WatchTaskResponse> heard) {
        return heard.stream()
                .filter(WatchTaskResponse::hasEvent)
                .map(response -> response.getEvent().getSequence())
                .toList();
    }

    private static List<Long> upTo(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private Task task(String id) {
        return client.tasks()
                .getTask(GetTaskRequest.newBuilder().setTaskId(id).build())
                .getTask();
    }
}
