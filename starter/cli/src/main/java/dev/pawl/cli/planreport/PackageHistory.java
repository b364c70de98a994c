package dev.pawl.cli.planreport;

import dev.pawl.api.v1.Outcome;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.cli.page.Span;
import dev.pawl.cli.report.Amounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one package did when.
 *
 * @param runs its attempts, in their order; one that runs lasts until the end of the window
 * @param changes in the order of time; before the first one it waits
 */
record PackageHistory(PlanPackage source, List<Span> runs, List<Change> changes) {
    /** From this moment on it does this. */
    record Change(Instant at, Activity activity) {}

    PackageHistory {
        runs = List.copyOf(runs);
        changes = List.copyOf(changes);
    }

    /** @param end of the plan, or now */
    static PackageHistory of(PlanPackage source, Instant end) {
        List<Span> runs = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        if (source.hasReadyAt()) {
            changes.add(new Change(Amounts.instant(source.getReadyAt()), Activity.READY));
        }
        for (PackageAttempt attempt : source.getAttemptsList()) {
            Instant started = Amounts.instant(attempt.getStartedAt());
            changes.add(new Change(started, Activity.RUNNING));
            if (attempt.hasEndedAt()) {
                Instant ended = Amounts.instant(attempt.getEndedAt());
                runs.add(new Span(started, ended));
                changes.add(new Change(ended, afterwards(attempt)));
            } else {
                runs.add(new Span(started, end));
            }
            if (attempt.hasEjection()) {
                changes.add(new Change(Amounts.instant(attempt.getEjection().getAt()), Activity.READY));
            }
        }
        if (source.hasIntegratedAt()) {
            changes.add(new Change(Amounts.instant(source.getIntegratedAt()), Activity.ENDED));
        } else if (source.hasFinishedAt()) {
            changes.add(new Change(Amounts.instant(source.getFinishedAt()), Activity.ENDED));
        }
        changes.sort(Comparator.comparing(Change::at)); // stable: what is listed later holds
        return new PackageHistory(source, runs, changes);
    }

    private static Activity afterwards(PackageAttempt attempt) {
        return attempt.getOutcome() == Outcome.OUTCOME_ACCEPTED ? Activity.QUEUED : Activity.READY;
    }

    String id() {
        return source.getId();
    }

    /** Time of all attempts together. */
    Duration work() {
        return runs.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }
}
