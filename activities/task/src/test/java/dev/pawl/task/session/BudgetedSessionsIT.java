package dev.pawl.task.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.agent.AgentRun;
import dev.pawl.db.budget.Amount;
import dev.pawl.db.budget.DayUse;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.SessionRow;
import dev.pawl.task.budget.AccountBudget;
import dev.pawl.workflows.activity.agent.RunAgent;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Usage;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.OnBreach;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of an account with a budget; each test has its own day. */
class BudgetedSessionsIT {
    private static final LocalDate FIRST = LocalDate.of(2030, 1, 1);
    private static int tests;

    private final LocalDate day = FIRST.plusDays(tests++);

    @SuppressWarnings("NullAway.Init")
    private SessionFixture fixture;

    @BeforeEach
    void start(@TempDir Path home) {
        fixture = new SessionFixture(home);
        budget("1.00", null);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aReservationIsHeldWhileItsSessionRunsAndThenReplacedByTheSpending() {
        RunAgent input = run("0.40");
        fixture.agent.does((run, listener) -> {
            assertThat(use().heldUsd()).isEqualByComparingTo("0.40");
            assertThat(run.budgetUsd()).isEqualByComparingTo("0.40");
            return ScriptedAgent.finished(run, "done", spent("0.25"));
        });

        fixture.activities.runAgent(input);

        assertSettled("0.25");
    }

    @Test
    void anAgentGetsWhatTheDayLeavesAndReachingItIsTheAccountsEnding() {
        fixture.agent.does((run, listener) -> ScriptedAgent.finished(run, "done", spent("0.70")));
        fixture.activities.runAgent(run(null));
        fixture.agent.does((run, listener) -> ScriptedAgent.ended(run, Ending.BUDGET, "…", spent("0.33")));

        AgentReport report = fixture.activities.runAgent(run("5.00"));

        assertThat(fixture.agent.runs()).last().extracting(AgentRun::budgetUsd).isEqualTo(new BigDecimal("0.30"));
        assertThat(report.ending()).isEqualTo(Ending.ACCOUNT_BUDGET);
        assertThat(report.worked()).isTrue();
        assertThat(report.resetsAt()).isEqualTo(midnight());
        assertSettled("1.03");
    }

    @Test
    void ifNothingIsLeftNoSessionIsOpenedAndTheReportNamesTheExcess() {
        fixture.agent.does((run, listener) -> ScriptedAgent.finished(run, "done", spent("1.25")));
        fixture.activities.runAgent(run(null));
        RunAgent input = run(null);

        AgentReport report = fixture.activities.runAgent(input);

        assertThat(report.ending()).isEqualTo(Ending.ACCOUNT_BUDGET);
        assertThat(report.worked()).isFalse();
        assertThat(report.resetsAt()).isEqualTo(midnight());
        assertThat(report.reason()).endsWith("$1.25 of $1.00 are spent, $0.25 too much");
        assertThat(fixture.agent.runs()).hasSize(1);
        assertThat(fixture.records.sessions.list(input.taskId())).isEmpty();
    }

    @Test
    void aTaskAllowedToExceedTheBudgetGetsItsSessionAndCounts() {
        fixture.agent.does((run, listener) -> ScriptedAgent.finished(run, "done", spent("1.25")));
        fixture.activities.runAgent(run(null));

        AgentReport report = fixture.activities.runAgent(run("0.50", true));

        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        assertSettled("2.50");
    }

    @Test
    void theReservationOfALostAttemptIsAvailableToTheNext() {
        RunAgent input = run(null);
        UUID lost = lostAttempt(input);
        assertThat(use().heldUsd()).isEqualByComparingTo("1.00");
        fixture.agent.does((run, listener) -> ScriptedAgent.finished(run, "done", spent("0.25")));

        AgentReport report = fixture.activities.runAgent(input);

        assertThat(report.ending()).isEqualTo(Ending.FINISHED);
        assertThat(fixture.records.sessions.list(input.taskId()))
                .extracting(SessionRow::status)
                .containsExactly("abandoned", "completed");
        assertThat(fixture.records.eventTypes(input.taskId()))
                .containsExactly("session_closed", "session_opened", "session_closed");
        assertThat(fixture.records.sessions.find(lost))
                .map(SessionRow::reason)
                .hasValueSatisfying(why -> assertThat(why).contains("took over"));
        assertSettled("0.25");
    }

    @Test
    void aRefusedAttemptStillEndsWhatALostAttemptLeft() throws IOException {
        RunAgent input = run("0.10");
        UUID lost = lostAttempt(input);
        ProcessBuilder sleeper = new ProcessBuilder("sleep", "600");
        sleeper.environment().put("PAWL_RUN", input.taskId() + "/" + lost);
        Process left = sleeper.start();
        fixture.agent.does((run, listener) -> ScriptedAgent.finished(run, "done", spent("1.25")));
        fixture.activities.runAgent(run(null));

        AgentReport report = fixture.activities.runAgent(input);

        assertThat(report.ending()).isEqualTo(Ending.ACCOUNT_BUDGET);
        assertThat(fixture.onlySession(input).status()).isEqualTo("abandoned");
        assertThat(fixture.records.eventTypes(input.taskId())).containsExactly("session_closed");
        assertThat(left.isAlive()).isFalse();
        assertSettled("1.25");
    }

    @Test
    void anAgentThatCouldNotSignInSpentNothingEvenIfItReportsNoCost() {
        fixture.agent.does((run, listener) -> ScriptedAgent.ended(run, Ending.UNAUTHENTICATED, "…", Usage.NONE));

        fixture.activities.runAgent(run(null));

        assertSettled("0");
    }

    @Test
    void aSessionGetsNoMoreThanTheBudgetOfASession() {
        budget("1.00", "0.20");
        fixture.agent.does((run, listener) -> ScriptedAgent.ended(run, Ending.BUDGET, "…", spent("0.21")));

        AgentReport report = fixture.activities.runAgent(run("5.00"));

        assertThat(fixture.agent.runs()).last().extracting(AgentRun::budgetUsd).isEqualTo(new BigDecimal("0.20"));
        assertThat(report.ending()).isEqualTo(Ending.ACCOUNT_BUDGET);
        assertThat(report.resetsAt()).isNull();
    }

    /** An attempt whose worker was killed before its agent started. */
    private UUID lostAttempt(RunAgent input) {
        UUID lost = UUID.randomUUID();
        fixture.records.transactions.executeWithoutResult(status -> {
            fixture.gate().reserve(lost, input, new Amount(input.budgetUsd(), input.tokens()));
            fixture.records.sessions.open(new NewSession(
                    lost,
                    input.taskId(),
                    3,
                    1,
                    ScriptedAgent.NAME,
                    null,
                    SessionFixture.HOST,
                    input.taskId() + "/" + lost));
        });
        return lost;
    }

    private void budget(String perDay, @Nullable String perSession) {
        fixture.budgets(
                day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                new AccountBudget(
                        ScriptedAgent.NAME,
                        new BigDecimal(perDay),
                        null,
                        perSession == null ? null : new BigDecimal(perSession),
                        null,
                        OnBreach.PARK));
    }

    private RunAgent run(@Nullable String budget) {
        return run(budget, false);
    }

    private RunAgent run(@Nullable String budget, boolean over) {
        RunAgent any = fixture.newRun("do it");
        return new RunAgent(
                any.taskId(),
                any.iteration(),
                AgentSpec.of(ScriptedAgent.NAME),
                any.workspace(),
                any.prompt(),
                any.startSnapshot(),
                null,
                any.time(),
                any.idle(),
                budget == null ? null : new BigDecimal(budget),
                null,
                over);
    }

    private DayUse use() {
        return fixture.records.reservations.day(ScriptedAgent.NAME, day);
    }

    private void assertSettled(String usd) {
        assertThat(use().spentUsd()).isEqualByComparingTo(usd);
        assertThat(use().heldUsd()).isZero();
        assertThat(use().running()).isZero();
    }

    private Instant midnight() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Usage spent(String cost) {
        return new Usage(10, 20, 0, 0, new BigDecimal(cost), 1);
    }
}
