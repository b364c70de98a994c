package dev.pawl.db.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.audit.Audit;
import dev.pawl.db.judgement.JudgeCall;
import dev.pawl.db.session.NewSession;
import dev.pawl.db.session.SessionUsage;
import dev.pawl.db.session.Sessions;
import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;

class ReservationsIT {
    private static final int THREADS = 12;
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

    private final Reservations reservations = new Reservations(DATABASE.jdbc(), DATABASE.transactions());
    private final Sessions sessions = DATABASE.repositories().sessions();
    private final Audit audit = new Audit(DATABASE.jdbc(), DATABASE.transactions());
    private final String account = "claude-code/" + UUID.randomUUID();

    @Test
    void ofTwelveConcurrentSessionsAsManyOpenAsTheDayAllows() throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Callable<Boolean> open = () -> {
            NewSession session = newSession();
            start.await();
            return opened(session, use -> room(use, "1.00", "0.20"));
        };
        int passed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Boolean> one : threads.invokeAll(Collections.nCopies(THREADS, open))) {
                passed += one.get() ? 1 : 0;
            }
        }

        assertThat(passed).isEqualTo(5);
        assertThat(day().heldUsd()).isEqualByComparingTo("1.00");
        assertThat(day().running()).isEqualTo(5);
    }

    @Test
    void aReservationStandsAndFallsWithItsSession() {
        UUID session = UUID.randomUUID();

        assertThatThrownBy(() -> reservations.reserve(session, account, DAY, use -> amount("0.20", 10)))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(day().running()).isZero();
    }

    @Test
    void anAccountIsOneOfItsDayFromItsFirstReservationOn() {
        assertThat(reservations.accounts(DAY)).doesNotContain(account);
        open(newSession(), "5.00", 1_000);
        open(newSession(), "5.00", 1_000);

        assertThat(reservations.accounts(DAY)).containsOnlyOnce(account).isSorted();
        assertThat(reservations.accounts(DAY.plusDays(1))).doesNotContain(account);
    }

    @Test
    void reservingAgainForASessionReturnsTheSame() {
        NewSession session = newSession();
        opened(session, use -> amount("0.20", 10));

        assertThat(reservations.reserve(session.id(), account, DAY, use -> amount("0.90", 1)))
                .hasValueSatisfying(most -> assertThat(most.usd()).isEqualByComparingTo("0.20"));
        assertThat(day().heldTokens()).isEqualTo(10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void aSessionIsSettledOnceWhoeverEndsIt(String who, Consumer<NewSession> end) {
        NewSession session = newSession();
        long fence = open(session, "5.00", 1_000);
        sessions.started(session.id(), fence, 42, Instant.EPOCH);
        sessions.usage(session.id(), fence, Samples.usage(10, 20, 30, 40, "0.75", 1));
        assertThat(day().spentUsd()).as("so far").isEqualByComparingTo("0.75");
        assertThat(day().heldUsd()).isEqualByComparingTo("4.25");

        end.accept(session);
        end.accept(session);

        assertSettled("0.75", 100);
        assertThat(audit.unsettled()).doesNotContain(session.id());
    }

    static Stream<Arguments> ends() {
        Sessions sessions = DATABASE.repositories().sessions();
        SessionUsage usage = Samples.usage(10, 20, 30, 40, "0.75", 1);
        return Stream.of(
                Arguments.of("its own attempt", (Consumer<NewSession>)
                        session -> sessions.close(session.id(), 1, Samples.close("completed", usage, 1))),
                Arguments.of("the next attempt", (Consumer<NewSession>)
                        session -> sessions.open(Samples.session(session.taskId()))),
                Arguments.of("the next attempt, before it reserves", (Consumer<NewSession>)
                        session -> sessions.takeOver(session.taskId(), UUID.randomUUID())),
                Arguments.of("the end of the task", (Consumer<NewSession>)
                        session -> sessions.abandonOpen(session.taskId(), "the task ended")),
                Arguments.of("the reaper", (Consumer<NewSession>) session -> sessions.abandon(session.id(), "nobody")));
    }

    @Test
    void aRunningSessionThatExceededItsReservationCountsWithItsSpending() {
        NewSession session = newSession();
        long fence = open(session, "0.50", 50);
        sessions.usage(session.id(), fence, Samples.usage(60, 0, 0, 0, "0.75", 1));

        assertThat(day().spentUsd().add(day().heldUsd())).isEqualByComparingTo("0.75");
        assertThat(day().spentTokens() + day().heldTokens()).isEqualTo(60);
    }

    @Test
    void unknownSpendingOfASessionCountsAsReserved() {
        NewSession session = newSession();
        long fence = open(session, "0.50", 50);
        sessions.started(session.id(), fence, 42, Instant.EPOCH);
        sessions.close(session.id(), fence, Samples.close("completed", SessionUsage.NONE, 1));

        assertSettled("0.50", 50);
    }

    @Test
    void aSessionWhoseAgentNeverStartedOrNeverGotAnAnswerSpentNothing() {
        NewSession never = newSession();
        sessions.close(never.id(), open(never, "0.50", 50), Samples.close("failed", SessionUsage.NONE, 1));
        NewSession refused = newSession();
        long fence = open(refused, "0.50", 50);
        sessions.started(refused.id(), fence, 42, Instant.EPOCH);
        reservations.nothingSpent(refused.id());
        sessions.close(refused.id(), fence, Samples.close("failed", SessionUsage.NONE, 1));

        assertSettled("0", 0);
    }

    @Test
    void anotherDayAndAnotherAccountAreNotCounted() {
        NewSession session = newSession();
        sessions.close(
                session.id(),
                open(session, "0.50", 50),
                Samples.close("completed", Samples.usage(1, 0, 0, 0, "1", 1), 1));

        assertThat(reservations.day(account, DAY.plusDays(1)).spentUsd()).isZero();
        assertThat(reservations.day("claude-code", DAY).spentUsd()).isZero();
    }

    @Test
    void agentsThatJudgeCountOnTheDayTheyWereAsked() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String task = newTask();
        for (String judge : new String[] {account, account + " large", account + "-other"}) {
            DATABASE.repositories()
                    .judgeCalls()
                    .store(new JudgeCall(
                            UUID.randomUUID(), task, 1, judge, 1, 2, 3, 4, new BigDecimal("0.10"), 1, null));
        }

        // A test that crosses midnight finds them on the previous day.
        DayUse use = Stream.of(today, LocalDate.now(ZoneOffset.UTC))
                .map(day -> reservations.day(account, day))
                .filter(day -> day.spentTokens() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(use.spentUsd()).isEqualByComparingTo("0.20");
        assertThat(use.spentTokens()).isEqualTo(20);
    }

    @Test
    void reservationsLeftByAnEarlierVersionAreFoundAndSettled() {
        NewSession session = newSession();
        sessions.close(
                session.id(),
                open(session, "0.50", 50),
                Samples.close("completed", Samples.usage(1, 0, 0, 0, "1", 1), 1));
        DATABASE.jdbc()
                .sql("update account_reservation set settled_at = null, spent_usd = null, spent_tokens = null "
                        + "where session_id = :id")
                .param("id", session.id())
                .update();

        assertThat(audit.unsettled()).contains(session.id());
        audit.settle(session.id());
        audit.settle(session.id());
        assertThat(audit.unsettled()).doesNotContain(session.id());
        assertSettled("1", 1);
    }

    private void assertSettled(String usd, long tokens) {
        assertThat(day().spentUsd()).isEqualByComparingTo(usd);
        assertThat(day().spentTokens()).isEqualTo(tokens);
        assertThat(day().heldUsd()).isZero();
        assertThat(day().heldTokens()).isZero();
        assertThat(day().running()).isZero();
    }

    private DayUse day() {
        return reservations.day(account, DAY);
    }

    private long open(NewSession session, String usd, long tokens) {
        assertThat(opened(session, use -> amount(usd, tokens))).isTrue();
        return sessions.find(session.id()).orElseThrow().fence();
    }

    private boolean opened(NewSession session, Function<DayUse, Optional<Amount>> howMuch) {
        return Objects.requireNonNull(DATABASE.transactions().execute(status -> {
            boolean reserved =
                    reservations.reserve(session.id(), account, DAY, howMuch).isPresent();
            if (reserved) {
                sessions.open(session);
            }
            return reserved;
        }));
    }

    private static Optional<Amount> room(DayUse use, String budget, String each) {
        BigDecimal left = new BigDecimal(budget).subtract(use.spentUsd()).subtract(use.heldUsd());
        return left.compareTo(new BigDecimal(each)) >= 0 ? amount(each, null) : Optional.empty();
    }

    private static Optional<Amount> amount(String usd, @Nullable Number tokens) {
        return Optional.of(new Amount(new BigDecimal(usd), tokens == null ? null : tokens.longValue()));
    }

    private static NewSession newSession() {
        return Samples.session(newTask());
    }

    private static String newTask() {
        String task = Samples.taskId();
        DATABASE.repositories().tasks().register(Samples.task(task));
        return task;
    }
}
