package dev.pawl.db.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.db.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ProviderLimitsIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Instant RESET = NOON.plus(Duration.ofHours(5));

    private final ProviderLimits limits = new ProviderLimits(DATABASE.jdbc());
    private final String account = "claude-code/" + UUID.randomUUID();
    private final Gate gate = Gate.ofAccount(account);
    private final Gate model = Gate.ofModel(account, null);
    private final Gate opus = Gate.ofModel(account, "opus");
    private final Gate sonnet = Gate.ofModel(account, "sonnet");

    @Test
    void anAccountWithoutARowIsServed() {
        assertThat(ask("a", NOON)).isInstanceOf(Admission.Go.class);
    }

    @Test
    void noTaskIsAdmittedBeforeTheResetEvenIfItNeverMetTheLimit() {
        limits.limited(gate, "a", RESET, null);

        assertThat(ask("a", NOON)).isEqualTo(limited(RESET));
        assertThat(ask("new", RESET.minusSeconds(1))).isEqualTo(limited(RESET));
    }

    @Test
    void oneOfTwentyTasksThatAskAtTheResetTries() throws Exception {
        limits.limited(gate, "a", RESET, null);
        List<Callable<Admission>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String task = "task-" + i;
            all.add(() -> ask(task, RESET));
        }
        List<Admission> admissions = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (Future<Admission> admission : threads.invokeAll(all)) {
                admissions.add(admission.get());
            }
        }

        assertThat(admissions).filteredOn(Admission.Go.class::isInstance).hasSize(1);
        assertThat(admissions).filteredOn(Admission.Limited.class::isInstance).isEmpty();
    }

    @Test
    void theTaskThatTriesMayAskAgain() {
        limits.limited(gate, "a", RESET, null);

        assertThat(ask("a", RESET)).isInstanceOf(Admission.Go.class);
        assertThat(ask("a", RESET)).isInstanceOf(Admission.Go.class);
        assertThat(ask("b", RESET)).isEqualTo(new Admission.Tried("a"));
    }

    @Test
    void allTasksAreAdmittedOnceOneWasServed() {
        limits.limited(gate, "a", RESET, null);
        ask("a", RESET);
        limits.served(model, RESET);
        limits.served(model, RESET);

        assertThat(ask("b", RESET.plusSeconds(1))).isInstanceOf(Admission.Go.class);
        assertThat(ask("c", RESET.plusSeconds(1))).isInstanceOf(Admission.Go.class);
    }

    @Test
    void anEarlierServedTaskProvesNothing() {
        limits.limited(gate, "a", RESET, null);
        limits.served(model, NOON);

        assertThat(ask("b", RESET.minusSeconds(1))).isEqualTo(limited(RESET));
    }

    @Test
    void aTryThatFailsSendsAllBackToWait() {
        Instant later = RESET.plus(Duration.ofHours(1));
        limits.limited(gate, "a", RESET, null);
        ask("a", RESET);
        limits.limited(gate, "a", later, null);

        assertThat(ask("b", RESET.plusSeconds(1))).isEqualTo(limited(later));
        assertThat(ask("b", later)).isInstanceOf(Admission.Go.class);
    }

    @Test
    void aTaskThatGivesUpOrIsSilentLeavesTheTryToTheNext() {
        limits.limited(gate, "a", RESET, null);
        ask("a", RESET);
        limits.giveUp("a");
        assertThat(ask("b", RESET)).isInstanceOf(Admission.Go.class);

        assertThat(ask("c", RESET.plusSeconds(599))).isEqualTo(new Admission.Tried("b"));
        assertThat(ask("c", RESET.plusSeconds(600))).isInstanceOf(Admission.Go.class);
    }

    @Test
    void aLimitOfAModelHoldsBackOnlyTasksOfThatModel() {
        limits.limited(opus, "a", RESET, "17:00, said by a program");

        assertThat(ask(opus, "b", NOON)).isEqualTo(new Admission.Limited(RESET, true, "17:00, said by a program"));
        assertThat(ask(sonnet, "c", NOON)).isInstanceOf(Admission.Go.class);
        assertThat(ask(model, "d", NOON)).isInstanceOf(Admission.Go.class);
    }

    @Test
    void aLimitOfTheAccountHoldsBackTasksOfEveryModel() {
        limits.limited(gate, "a", RESET, null);

        assertThat(ask(opus, "b", NOON)).isEqualTo(limited(RESET));
        assertThat(ask(sonnet, "c", NOON)).isEqualTo(limited(RESET));
    }

    @Test
    void aTaskThatAnotherGateHoldsBackDoesNotTryAtTheFirst() {
        limits.limited(opus, "a", NOON, null);
        limits.limited(gate, "a", RESET, null);

        assertThat(ask(opus, "b", NOON)).isEqualTo(limited(RESET));
        assertThat(ask(opus, "c", RESET)).isInstanceOf(Admission.Go.class);
    }

    @Test
    void servingOneModelShowsThatTheAccountIsServedButNotItsOtherModels() {
        limits.limited(gate, "a", NOON, null);
        limits.limited(opus, "a", NOON, null);
        limits.limited(sonnet, "a", NOON, null);
        ask(sonnet, "b", NOON);
        limits.served(sonnet, NOON);

        assertThat(ask(sonnet, "c", NOON)).isInstanceOf(Admission.Go.class);
        assertThat(ask(sonnet, "d", NOON)).isInstanceOf(Admission.Go.class);
        assertThat(ask(opus, "c", NOON)).isInstanceOf(Admission.Go.class);
        assertThat(ask(opus, "d", NOON)).isEqualTo(new Admission.Tried("c"));
    }

    @Test
    void aPersonLetsOneTaskTryBeforeTheReset() {
        limits.limited(gate, "a", RESET, null);
        limits.limited(opus, "a", RESET, null);

        assertThat(limits.retry(account, NOON)).isTrue();
        assertThat(limits.retry("unknown/" + account, NOON)).isFalse();
        assertThat(ask(opus, "b", NOON)).isInstanceOf(Admission.Go.class);
        assertThat(ask(opus, "c", NOON)).isEqualTo(new Admission.Tried("b"));
    }

    @Test
    void allKnownLimitsAreListed() {
        limits.limited(opus, "a", RESET, "17:00, said by a program");

        assertThat(limits.all())
                .filteredOn(known -> known.account().equals(account))
                .singleElement()
                .satisfies(known -> {
                    assertThat(known.model()).isEqualTo("opus");
                    assertThat(known.limitedUntil().toInstant()).isEqualTo(RESET);
                    assertThat(known.said()).isEqualTo("17:00, said by a program");
                });
    }

    private static Admission limited(Instant until) {
        return new Admission.Limited(until, false, null);
    }

    private Admission ask(String task, Instant now) {
        return ask(model, task, now);
    }

    private Admission ask(Gate of, String task, Instant now) {
        return limits.ask(of, task, now, now.plusSeconds(600));
    }

    @Test
    void aLimitOfUnknownLengthIsTriedLaterAndLaterUntilItIsServed() {
        Duration first = Duration.ofMinutes(15);
        Instant at = RESET;
        for (long minutes : new long[] {15, 30, 60, 120, 120}) {
            limits.limited(gate, "a", at, first, 3);
            limits.limited(gate, "a", at, first, 3);
            limits.limited(gate, "b", at.plusSeconds(5), first, 3);
            Instant until = at.plus(Duration.ofMinutes(minutes));
            assertThat(limits.ask(model, "c", at.plusSeconds(60), at.plusSeconds(600)))
                    .isEqualTo(limited(until));
            at = until;
        }
        assertThat(limits.ask(model, "c", at, at.plusSeconds(600))).isEqualTo(new Admission.Go());
        limits.served(model, at);

        limits.limited(gate, "a", at, first, 3);
        assertThat(limits.ask(model, "c", at, at.plusSeconds(600))).isEqualTo(limited(at.plus(first)));
    }
}
