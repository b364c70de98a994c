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

    @Test
    void anAccountWithoutARowIsServed() {
        assertThat(ask("a", NOON)).isInstanceOf(Admission.Go.class);
    }

    @Test
    void noTaskIsAdmittedBeforeTheResetEvenIfItNeverMetTheLimit() {
        limits.limited(account, "a", RESET);

        assertThat(ask("a", NOON)).isEqualTo(new Admission.Limited(RESET));
        assertThat(ask("new", RESET.minusSeconds(1))).isEqualTo(new Admission.Limited(RESET));
    }

    @Test
    void oneOfTwentyTasksThatAskAtTheResetTries() throws Exception {
        limits.limited(account, "a", RESET);
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
        limits.limited(account, "a", RESET);

        assertThat(ask("a", RESET)).isInstanceOf(Admission.Go.class);
        assertThat(ask("a", RESET)).isInstanceOf(Admission.Go.class);
        assertThat(ask("b", RESET)).isEqualTo(new Admission.Tried("a"));
    }

    @Test
    void allTasksAreAdmittedOnceOneWasServed() {
        limits.limited(account, "a", RESET);
        ask("a", RESET);
        limits.served(account, RESET);
        limits.served(account, RESET);

        assertThat(ask("b", RESET.plusSeconds(1))).isInstanceOf(Admission.Go.class);
        assertThat(ask("c", RESET.plusSeconds(1))).isInstanceOf(Admission.Go.class);
    }

    @Test
    void anEarlierServedTaskProvesNothing() {
        limits.limited(account, "a", RESET);
        limits.served(account, NOON);

        assertThat(ask("b", RESET.minusSeconds(1))).isEqualTo(new Admission.Limited(RESET));
    }

    @Test
    void aTryThatFailsSendsAllBackToWait() {
        Instant later = RESET.plus(Duration.ofHours(1));
        limits.limited(account, "a", RESET);
        ask("a", RESET);
        limits.limited(account, "a", later);

        assertThat(ask("b", RESET.plusSeconds(1))).isEqualTo(new Admission.Limited(later));
        assertThat(ask("b", later)).isInstanceOf(Admission.Go.class);
    }

    @Test
    void aTaskThatGivesUpOrIsSilentLeavesTheTryToTheNext() {
        limits.limited(account, "a", RESET);
        ask("a", RESET);
        limits.giveUp("a");
        assertThat(ask("b", RESET)).isInstanceOf(Admission.Go.class);

        assertThat(ask("c", RESET.plusSeconds(599))).isEqualTo(new Admission.Tried("b"));
        assertThat(ask("c", RESET.plusSeconds(600))).isInstanceOf(Admission.Go.class);
    }

    private Admission ask(String task, Instant now) {
        return limits.ask(account, task, now, now.plusSeconds(600));
    }

    @Test
    void aLimitOfUnknownLengthIsTriedLaterAndLaterUntilItIsServed() {
        Duration first = Duration.ofMinutes(15);
        Instant at = RESET;
        for (long minutes : new long[] {15, 30, 60, 120, 120}) {
            limits.limited(account, "a", at, first, 3);
            limits.limited(account, "a", at, first, 3);
            limits.limited(account, "b", at.plusSeconds(5), first, 3);
            Instant until = at.plus(Duration.ofMinutes(minutes));
            assertThat(limits.ask(account, "c", at.plusSeconds(60), at.plusSeconds(600)))
                    .isEqualTo(new Admission.Limited(until));
            at = until;
        }
        assertThat(limits.ask(account, "c", at, at.plusSeconds(600))).isEqualTo(new Admission.Go());
        limits.served(account, at);

        limits.limited(account, "a", at, first, 3);
        assertThat(limits.ask(account, "c", at, at.plusSeconds(600))).isEqualTo(new Admission.Limited(at.plus(first)));
    }
}
