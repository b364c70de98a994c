package dev.pawl.task.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentRun;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.Opened;
import dev.pawl.db.session.SessionRow;
import dev.pawl.db.session.SessionUsage;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workspace.surroundings.AgentTraces;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits are the task's: what lost attempts spent is not available to the next one. */
class LimitsAcrossAttemptsIT {
    @SuppressWarnings("NullAway.Init")
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
    void anAttemptGetsTheTimeCostTokensAndTurnsThatLostAttemptsLeft() {
        RunAgent input = limited();
        for (int lost = 0; lost < 4; lost++) {
            lost(input, 3, "0.10", 100, 5, 5);
        }

        AgentReport report = fixture.activities.runAgent(input);

        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        AgentRun run = fixture.agent.runs().getFirst();
        assertThat(run.time()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
        assertThat(run.budgetUsd()).isEqualByComparingTo("0.60");
        assertThat(run.tokens()).isEqualTo(600);
        assertThat(run.turns()).isEqualTo(10);
        assertThat(fixture.records.sessions.list(input.taskId()))
                .extracting(SessionRow::status)
                .containsExactly("abandoned", "abandoned", "abandoned", "abandoned", "completed");
    }

    @Test
    void ifNothingIsLeftNoAgentStartsAndTheWorkOfLostAttemptsIsAssessed() throws IOException {
        RunAgent input = limited();
        Path half = Files.writeString(fixture.directory(input).resolve("half.txt"), "half");
        lost(input, 3, "0.10", 100, 31, 4);

        AgentReport report = fixture.activities.runAgent(input);

        assertThat(report.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(report.reason()).startsWith("the time limit of 30s is reached");
        assertThat(report.worked()).isTrue();
        assertThat(report.sessionId()).isNull();
        assertThat(fixture.agent.runs()).isEmpty();
        assertThat(half).exists();
        assertThat(fixture.onlySession(input).status()).isEqualTo("abandoned");
        assertThat(fixture.records.eventTypes(input.taskId())).containsExactly("session_closed");
        // At the task's end, no changes of agents beside its workspace are found.
        assertThat(fixture.workspaces.watch(input.taskId()).findings(AgentTraces.NONE))
                .isEmpty();
    }

    @Test
    void everyLimitHasItsOwnEnding() {
        assertThat(afterLost("1.00", 0, 0)).isEqualTo(Ending.BUDGET);
        assertThat(afterLost("0.10", 1_000, 0)).isEqualTo(Ending.BUDGET);
        assertThat(afterLost("0.10", 0, 30)).isEqualTo(Ending.TURN_LIMIT);
    }

    @Test
    void turnsOfEarlierIterationsAndRoundsDoNotCountAgainstASession() {
        RunAgent input = limited();
        lost(input, 2, "0", 0, 0, 20);
        lost(input, 3, "0", 0, 0, 20);
        fixture.agent.does((run, listener) -> ScriptedAgent.ended(run, Ending.RATE_LIMITED, "…", Usage.NONE));
        assertThat(fixture.activities.runAgent(input).ending()).isEqualTo(Ending.RATE_LIMITED);
        fixture.agent.does((run, listener) -> ScriptedAgent.finished(run, "done", Usage.NONE));

        fixture.activities.runAgent(input);

        assertThat(fixture.agent.runs()).extracting(AgentRun::turns).containsExactly(10, 30);
    }

    private Ending afterLost(String usd, long tokens, int turns) {
        RunAgent input = limited();
        lost(input, 3, usd, tokens, 0, turns);
        return fixture.activities.runAgent(input).ending();
    }

    private RunAgent limited() {
        RunAgent any = fixture.newRun("do it");
        return new RunAgent(
                any.taskId(),
                any.iteration(),
                any.agent(),
                any.workspace(),
                any.prompt(),
                any.startSnapshot(),
                30,
                Duration.ofSeconds(30),
                any.idle(),
                new BigDecimal("1.00"),
                1_000L,
                false);
    }

    /** As a killed worker leaves it: open, with the spending that was stored last. */
    private void lost(RunAgent input, int iteration, String usd, long tokens, int seconds, int turns) {
        UUID id = UUID.randomUUID();
        Opened opened = fixture.records.sessions.open(new NewSession(
                id,
                input.taskId(),
                iteration,
                1,
                ScriptedAgent.NAME,
                null,
                SessionFixture.HOST,
                input.taskId() + "/" + id));
        fixture.records.sessions.usage(
                id, opened.fence(), new SessionUsage(tokens, 0, 0, 0, new BigDecimal(usd), turns, null));
        fixture.records
                .jdbc
                .sql("update session set started_at = seen_at - make_interval(secs => :seconds) where id = :id")
                .param("seconds", seconds)
                .param("id", id)
                .update();
    }
}
