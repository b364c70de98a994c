package dev.pawl.task.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.AgentAction;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.ToolCall;
import dev.pawl.db.interaction.InteractionRow;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.Opened;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.session.SessionUsage;
import dev.pawl.host.process.ProcessIdentity;
import dev.pawl.record.content.Texts;
import dev.pawl.testing.Records;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.request.AgentSpec;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgentActivitiesImplIT {
    private static final Usage SPENT = new Usage(10, 20, 30, 40, new BigDecimal("0.50"), 2);

    private SessionFixture fixture;

    @BeforeEach
    void start(@TempDir Path home) {
        fixture = new SessionFixture(home);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void theSessionRowIsCommittedBeforeTheAgentStarts() {
        RunAgent input = fixture.newRun("do it");
        fixture.agent.does((run, listener) -> {
            assertThat(fixture.records.sessions.openOf(input.taskId()))
                    .get()
                    .extracting(SessionRow::id, SessionRow::status)
                    .containsExactly(run.sessionId(), "open");
            return ScriptedAgent.finished(run, "done", SPENT);
        });

        AgentReport report = fixture.activities.runAgent(input);

        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        assertThat(fixture.onlySession(input).status()).isEqualTo("completed");
    }

    @Test
    void everyRunHasANewIdAndTheAgentGetsExactlyThatId() {
        RunAgent input = fixture.newRun("do it");

        AgentReport first = fixture.activities.runAgent(input);
        AgentReport second = fixture.activities.runAgent(input);

        assertThat(first.sessionId()).isNotEqualTo(second.sessionId());
        assertThat(fixture.agent.runs())
                .extracting(AgentRun::sessionId)
                .containsExactly(first.sessionId(), second.sessionId());
        assertThat(fixture.records.sessions.list(input.taskId()))
                .extracting(SessionRow::id)
                .containsExactly(first.sessionId(), second.sessionId());
    }

    @Test
    void noSessionIdOfOneTaskAppearsInAnother() {
        RunAgent one = fixture.newRun("first");
        RunAgent two = fixture.newRun("second");

        fixture.activities.runAgent(one);
        fixture.activities.runAgent(two);

        SessionRow first = fixture.onlySession(one);
        SessionRow second = fixture.onlySession(two);
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(everythingSaidOf(two))
                .contains(second.id().toString())
                .doesNotContain(first.id().toString());
        assertThat(everythingSaidOf(one))
                .contains(first.id().toString())
                .doesNotContain(second.id().toString());
    }

    @Test
    void aSessionKnowsTaskIterationAttemptAgentModelAndHost() {
        RunAgent input = fixture.newRun("do it");

        fixture.activities.runAgent(input);

        SessionRow row = fixture.onlySession(input);
        assertThat(row.taskId()).isEqualTo(input.taskId());
        assertThat(row.iteration()).isEqualTo(3);
        assertThat(row.attempt()).isEqualTo(1);
        assertThat(row.agent()).isEqualTo(ScriptedAgent.NAME);
        assertThat(row.model()).isEqualTo("m-1");
        assertThat(row.agentSessionId()).isEqualTo("own-id");
        assertThat(row.hostId()).isEqualTo(SessionFixture.HOST);
        assertThat(row.exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void everyEndingHasItsStatusAndItsSpendingCounts(Ending ending) {
        RunAgent input = fixture.newRun("do it");
        fixture.agent.does((run, listener) -> ScriptedAgent.ended(run, ending, "…", SPENT));

        AgentReport report = fixture.activities.runAgent(input);

        SessionRow row = fixture.onlySession(input);
        assertThat(report.ending()).isEqualTo(ending);
        assertThat(report.usage()).isEqualTo(SPENT);
        assertThat(row.status()).isEqualTo(SessionEndings.status(ending).wire());
        assertThat(row.reason()).isEqualTo("it ended as " + ending.wire());
        assertThat(fixture.records.tasks.totals(input.taskId()).totalTokens()).isEqualTo(100);
        assertThat(fixture.records.tasks.totals(input.taskId()).costUsd()).isEqualByComparingTo("0.50");
    }

    @Test
    void anEstimatedCostIsMarkedInTheRowTheReportAndTheEvent() {
        RunAgent input = fixture.newRun("do it");
        Usage estimated = new Usage(10, 20, 30, 40, null, 2).estimated(new BigDecimal("0.25"));
        fixture.agent.does((run, listener) -> ScriptedAgent.finished(run, "done", estimated));

        AgentReport report = fixture.activities.runAgent(input);

        assertThat(report.usage()).isEqualTo(estimated);
        assertThat(fixture.onlySession(input).estimatedUsd()).isEqualByComparingTo("0.25");
        assertThat(fixture.onlySession(input).costNote()).isEmpty();
        assertThat(everythingSaidOf(input)).contains("\"estimated_usd\":0.25").doesNotContain("cost_unknown");
    }

    @Test
    void anUnknownCostHasAReasonInTheRowAndTheEvent() {
        RunAgent input = fixture.newRun("do it");
        fixture.agent.does((run, listener) -> ScriptedAgent.finished(run, "done", new Usage(10, 20, 30, 40, null, 2)));

        fixture.activities.runAgent(input);

        assertThat(fixture.onlySession(input).costUsd()).isNull();
        assertThat(fixture.onlySession(input).costNote()).isEqualTo("no price is known for model 'm-1'");
        assertThat(everythingSaidOf(input)).contains("\"cost_unknown\":\"no price is known for model 'm-1'\"");
    }

    @Test
    void anAgentThatReportedNoTokensHasAnUnknownCost() {
        RunAgent input = fixture.newRun("do it");

        fixture.activities.runAgent(input);

        assertThat(fixture.onlySession(input).costNote()).isEqualTo("the agent reported no tokens");
    }

    @Test
    void promptAndReplyAreStoredBeforeTheRunIsReported() throws IOException {
        RunAgent input = fixture.newRun("do it");
        fixture.agent.does((run, listener) -> {
            assertThat(fixture.records.interactions.list(input.taskId()))
                    .extracting(InteractionRow::kind)
                    .containsExactly("prompt");
            assertThat(run.prompt()).hasContent("do it");
            return ScriptedAgent.finished(run, "I did it", SPENT);
        });

        AgentReport report = fixture.activities.runAgent(input);

        List<InteractionRow> said = fixture.records.interactions.list(input.taskId());
        assertThat(said).extracting(InteractionRow::kind).containsExactly("prompt", "reply");
        assertThat(text(report.reply())).isEqualTo("I did it");
        assertThat(said.get(0).contentRef()).isEqualTo(input.prompt().sha256());
    }

    @Test
    void aStorageFailureIsAFailureAndClosesTheSessionAsFailed() {
        RunAgent input = fixture.newRun("do it");
        fixture.storesIn(new FullStore(fixture.contents));

        assertThatThrownBy(() -> fixture.activities.runAgent(input))
                .isInstanceOf(ActivityFailure.class)
                .rootCause()
                .hasMessageContaining("No space left");
        assertThat(fixture.onlySession(input).status()).isEqualTo("failed");
        assertThat(fixture.onlySession(input).reason()).contains("No space left");
    }

    @Test
    void noSecretOfTheHostIsStoredFromAnAgentsOutput() {
        RunAgent input = fixture.newRun("do it");
        fixture.agent.does((run, listener) -> {
            listener.action(new AgentAction(
                    1, ActionKind.MESSAGE, "", "the key is " + Records.SECRET, ToolCall.Outcome.UNKNOWN));
            return ScriptedAgent.finished(run, "the key is " + Records.SECRET, SPENT);
        });

        AgentReport report = fixture.activities.runAgent(input);

        assertThat(text(report.reply())).isEqualTo("the key is [redacted]");
        String transcript = Objects.requireNonNull(fixture.onlySession(input).transcriptRef());
        assertThat(text(new ContentRef(transcript, 1))).isEqualTo("the key is [redacted]\n");
        assertThat(everythingSaidOf(input)).contains("the key is [redacted]").doesNotContain(Records.SECRET);
    }

    @Test
    void processesOfAnEarlierAttemptAreEndedBeforeTheAgentStarts() throws IOException {
        RunAgent input = fixture.newRun("do it");
        UUID lost = UUID.randomUUID();
        String tag = input.taskId() + "/" + lost;
        Opened opened = fixture.records.sessions.open(
                new NewSession(lost, input.taskId(), 3, 1, ScriptedAgent.NAME, null, SessionFixture.HOST, tag));
        ProcessBuilder sleeper = new ProcessBuilder("sleep", "600");
        sleeper.environment().put("PAWL_RUN", tag);
        Process left = sleeper.start();
        Instant startedAt = left.info().startInstant().orElseThrow();
        fixture.records.sessions.started(lost, opened.fence(), left.pid(), startedAt);
        fixture.records.sessions.usage(lost, opened.fence(), new SessionUsage(1, 2, 3, 4, null, 5, null));
        Path litter = Files.writeString(fixture.directory(input).resolve("half.txt"), "half");
        fixture.agent.does((run, listener) -> {
            assertThat(left.isAlive()).isFalse();
            assertThat(litter).doesNotExist();
            return ScriptedAgent.finished(run, "done", SPENT);
        });

        AgentReport report = fixture.activities.runAgent(input);

        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        List<SessionRow> all = fixture.records.sessions.list(input.taskId());
        assertThat(all).extracting(SessionRow::status).containsExactly("abandoned", "completed");
        assertThat(all.getFirst().outputTokens()).isEqualTo(2);
        assertThat(fixture.records.eventTypes(input.taskId()))
                .containsExactly("session_closed", "session_opened", "session_closed");
    }

    @Test
    void changesOfAClosedSessionAreUndoneEvenIfAttemptsCountFromOneAgain() throws IOException {
        RunAgent input = fixture.newRun("do it");
        fixture.agent.does((run, listener) -> {
            Files.writeString(run.workspace().resolve("half.txt"), "half");
            throw new IOException("broken off");
        });
        assertThatThrownBy(() -> fixture.activities.runAgent(input)).rootCause().hasMessageContaining("broken off");
        fixture.agent.does((run, listener) -> {
            assertThat(run.attempt()).isEqualTo(1);
            assertThat(run.workspace()).isEmptyDirectory();
            return ScriptedAgent.finished(run, "done", SPENT);
        });

        assertThat(fixture.activities.runAgent(input).ending()).isEqualTo(Ending.FINISHED);
    }

    @Test
    void aNewerFenceEndsTheAgentOfAnOlderAttempt() {
        RunAgent input = fixture.newRun("do it");
        UUID newer = UUID.randomUUID();
        fixture.agent.does((run, listener) -> {
            fixture.records.sessions.open(new NewSession(
                    newer, input.taskId(), 3, 2, ScriptedAgent.NAME, null, "there", input.taskId() + "/" + newer));
            untilEnded(listener);
            return ScriptedAgent.ended(run, Ending.CANCELLED, "…", SPENT);
        });

        assertThatThrownBy(() -> fixture.activities.runAgent(input))
                .cause()
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getType()).isEqualTo(FailureTypes.FENCED));
        assertThat(fixture.records.sessions.list(input.taskId()))
                .extracting(SessionRow::status)
                .containsExactly("abandoned", "open");
    }

    @Test
    void anAgentIsNotStartedOnceANewerAttemptOwnsTheTask() {
        RunAgent input = fixture.newRun("do it");
        UUID newer = UUID.randomUUID();
        fixture.agent.does((run, listener) -> {
            fixture.records.sessions.open(new NewSession(
                    newer, input.taskId(), 3, 2, ScriptedAgent.NAME, null, "there", input.taskId() + "/" + newer));
            listener.started(new ProcessIdentity(1, Instant.EPOCH, run.tag()));
            throw new AssertionError("started despite the fence");
        });

        assertThatThrownBy(() -> fixture.activities.runAgent(input))
                .cause()
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getType()).isEqualTo(FailureTypes.FENCED));
    }

    @Test
    void aCancelledActivityEndsTheAgentAndClosesTheSessionAsCancelled() {
        RunAgent input = fixture.newRun("do it");
        fixture.agent.does((run, listener) -> {
            listener.usage(SPENT);
            fixture.engine.requestCancelActivity();
            untilEnded(listener);
            return ScriptedAgent.ended(run, Ending.CANCELLED, "so far", SPENT);
        });

        assertThatThrownBy(() -> fixture.activities.runAgent(input)).isInstanceOf(CanceledFailure.class);
        SessionRow row = fixture.onlySession(input);
        assertThat(row.status()).isEqualTo("cancelled");
        assertThat(row.outputTokens()).isEqualTo(20);
        assertThat(row.transcriptRef()).isNotNull();
    }

    @Test
    void spendingIsStoredWhileTheAgentRunsSoThatAKilledSessionKeepsIt() {
        RunAgent input = fixture.newRun("do it");
        fixture.agent.does((run, listener) -> {
            listener.usage(SPENT);
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> fixture.onlySession(input).outputTokens() == 20);
            return ScriptedAgent.finished(run, "done", SPENT);
        });

        assertThat(fixture.activities.runAgent(input).ending()).isEqualTo(Ending.FINISHED);
    }

    @Test
    void aWorkerThatStopsLeavesNoSessionOpen() {
        RunAgent input = fixture.newRun("do it");
        fixture.agent.does((run, listener) -> {
            throw new InterruptedException("stop");
        });

        assertThatThrownBy(() -> fixture.activities.runAgent(input)).isInstanceOf(ActivityFailure.class);
        assertThat(fixture.onlySession(input).status()).isEqualTo("cancelled");
        assertThat(fixture.onlySession(input).reason()).isEqualTo("its worker was stopped");
    }

    @Test
    void aDrainingWorkerStartsNoAgentAndHandsTheWorkOver() {
        RunAgent input = fixture.newRun("do it");
        fixture.processes.drain();

        assertThatThrownBy(() -> fixture.activities.runAgent(input))
                .cause()
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo(FailureTypes.WORKER_STOPPED);
                    assertThat(failure.isNonRetryable()).isFalse();
                });
        assertThat(fixture.records.sessions.list(input.taskId())).isEmpty();
    }

    @Test
    void anAgentThatThrowsLeavesAFailedSessionWithItsSpending() {
        RunAgent input = fixture.newRun("do it");
        fixture.agent.does((run, listener) -> {
            listener.usage(SPENT);
            throw new IOException("disk gone");
        });

        assertThatThrownBy(() -> fixture.activities.runAgent(input)).rootCause().hasMessageContaining("disk gone");
        SessionRow row = fixture.onlySession(input);
        assertThat(row.status()).isEqualTo("failed");
        assertThat(row.reason()).contains("disk gone");
        assertThat(row.outputTokens()).isEqualTo(20);
    }

    @Test
    void aMissingAgentIsAClearErrorAndNoOtherTakesItsPlace() {
        RunAgent known = fixture.newRun("do it");
        RunAgent input = new RunAgent(
                known.taskId(),
                known.iteration(),
                AgentSpec.of("nobody"),
                known.workspace(),
                known.prompt(),
                known.startSnapshot(),
                null,
                known.time(),
                known.idle(),
                null,
                null,
                false);

        AgentReport report = fixture.activities.runAgent(input);

        assertThat(report.ending()).isEqualTo(Ending.NOT_INSTALLED);
        assertThat(report.reason()).contains("'nobody'", ScriptedAgent.NAME);
        assertThat(fixture.agent.runs()).isEmpty();
        assertThat(fixture.onlySession(input).status()).isEqualTo("failed");
    }

    @Test
    void theAgentWorksInTheWorkspaceAndHasAPrivateDirectory() {
        RunAgent input = fixture.newRun("do it");

        fixture.activities.runAgent(input);
        fixture.activities.runAgent(input);

        List<AgentRun> runs = fixture.agent.runs();
        assertThat(runs).extracting(AgentRun::workspace).containsOnly(fixture.directory(input));
        assertThat(runs.get(0).runDirectory()).isNotEqualTo(runs.get(1).runDirectory());
        assertThat(runs.get(0).runDirectory().startsWith(fixture.directory(input)))
                .isFalse();
        assertThat(runs).extracting(AgentRun::runDirectory).noneMatch(Files::exists);
    }

    private String text(@Nullable ContentRef ref) {
        return new Texts(fixture.contents).read(Objects.requireNonNull(ref), 1 << 20);
    }

    private String everythingSaidOf(RunAgent input) {
        return fixture.records.eventRows.after(input.taskId(), 0, 1_000) + "\n"
                + fixture.records.sessions.list(input.taskId()) + "\n"
                + fixture.records.interactions.list(input.taskId());
    }

    private static void untilEnded(AgentListener listener) {
        await().atMost(Duration.ofSeconds(15)).until(listener::cancelled);
    }
}
