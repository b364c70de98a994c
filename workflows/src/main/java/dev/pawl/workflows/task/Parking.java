package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.task.Admission;
import dev.pawl.workflows.activity.task.AskAdmission;
import dev.pawl.workflows.activity.task.ProviderUse;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.task.person.PersonDesk;
import dev.pawl.workflows.task.state.Lineup;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Waits, without a worker slot, for a usage limit to reset or for the account's next daily budget. What one task learns
 * of an account applies to all tasks that use it: after the reset one tries, and the others follow once it was served.
 */
final class Parking {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(15);
    private static final int MAX_DOUBLINGS = 4;
    private static final Duration SHORT = Duration.ofMinutes(1);

    private final String taskId;
    private final Lineup lineup;
    private final PersonDesk desk;
    private final TaskSteps steps;
    private final TaskSearch search;
    private final Progress progress;
    private final List<Refusal> refusals = new ArrayList<>();
    private Instant allowed = Instant.EPOCH;
    private int looks;

    Parking(String taskId, Lineup lineup, PersonDesk desk, TaskSteps steps, TaskSearch search, Progress progress) {
        this.taskId = taskId;
        this.lineup = lineup;
        this.desk = desk;
        this.steps = steps;
        this.search = search;
        this.progress = progress;
    }

    /**
     * Requests admission for each of the task's agents. If all are refused, waits until the next check or a person's
     * action. Returns false if none becomes available by itself; the caller decides then.
     */
    boolean mayGo() {
        Instant now = now();
        desk.asksProvider();
        lineup.begin();
        refusals.clear();
        for (int agent : lineup.candidates()) {
            String account = lineup.account(agent);
            if (lineup.busyUntil(agent).isAfter(now)) {
                refuse(new Refusal(
                        agent, account, lineup.model(agent), Admission.limited(lineup.busyUntil(agent)), true));
                if (lineup.busyUntil(agent).isBefore(now.plus(SHORT))) {
                    // Not worth a switch.
                    break;
                }
                continue;
            }
            String model = lineup.model(agent);
            Admission admission = steps.localBookkeeping()
                    .admit(new AskAdmission(taskId, account, now, lineup.overBudget(account), model));
            if (admission.go()) {
                go(agent, now);
                return true;
            }
            refuse(new Refusal(agent, account, model, admission, false));
        }
        if (refusals.stream().anyMatch(Refusal::passes)) {
            String waiting = refusals.stream().map(Refusal::waiting).distinct().collect(Collectors.joining("; "));
            progress.show(TaskStatus.PARKED, "parked", waiting);
            await(untilWorthAsking(now));
        }
        return false;
    }

    private void refuse(Refusal refusal) {
        refusals.add(refusal);
        lineup.waits(refusal.agent(), refusal.reason());
    }

    /** The last refusals of the task's agents, if none may work. */
    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private void go(int agent, Instant now) {
        allowed = now;
        looks = 0;
        if (lineup.works(agent) && !lineup.alone()) {
            search.agent(lineup.working());
        }
    }

    private Duration untilWorthAsking(Instant now) {
        Optional<Duration> earliest = refusals.stream()
                .flatMap(refusal -> Stream.ofNullable(refusal.until()))
                .min(Comparator.naturalOrder())
                .map(until -> Duration.between(now, until));
        if (refusals.stream().allMatch(refusal -> refusal.until() != null)) {
            looks = 0;
            return earliest.orElse(Duration.ZERO);
        }
        Duration look = untilNextLook();
        return earliest.filter(reset -> reset.compareTo(look) < 0).orElse(look);
    }

    /** Recorded when the iteration's session is over. */
    ProviderUse use() {
        return new ProviderUse(lineup.account(), allowed, now(), lineup.model());
    }

    private void await(Duration time) {
        Duration atLeast = time.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : time;
        Workflow.await(atLeast, () -> desk.stopRequested() || desk.paused() || desk.mayTry());
    }

    /** Grows each time, and differs between tasks, so that waiting tasks do not retry together. */
    private Duration untilNextLook() {
        Duration longest = FIRST_LOOK.multipliedBy(1L << Math.min(looks, MAX_DOUBLINGS));
        looks++;
        int mixed = (taskId + looks).hashCode() * 0x9E3779B9;
        int spread = (mixed >>> 16) % 1000;
        return longest.dividedBy(2)
                .plus(longest.dividedBy(2).multipliedBy(spread).dividedBy(1000));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }
}
