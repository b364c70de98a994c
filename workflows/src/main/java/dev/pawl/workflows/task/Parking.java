package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.Admission;
import dev.pawl.workflows.activity.AskAdmission;
import dev.pawl.workflows.activity.OverBudget;
import dev.pawl.workflows.activity.ProviderUse;
import dev.pawl.workflows.model.OnBreach;
import dev.pawl.workflows.model.TaskStatus;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a provider's quota, or for the next day's budget of the account, without a worker slot. What one task learns of
 * an account holds for all that use it: at the reset one tries, and the others follow once it was served, not all at once.
 */
final class Parking {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(15);
    private static final int MAX_DOUBLINGS = 4;

    private final String taskId;
    private final String account;
    private final TaskState state;
    private final PersonDesk desk;
    private final TaskSteps steps;
    private final Progress progress;
    private Instant allowed = Instant.EPOCH;
    private int looks;
    private @Nullable OverBudget overBudget;

    Parking(String taskId, String account, TaskState state, PersonDesk desk, TaskSteps steps, Progress progress) {
        this.taskId = taskId;
        this.account = account;
        this.state = state;
        this.desk = desk;
        this.steps = steps;
        this.progress = progress;
    }

    /** Asks once, and where the answer is no waits until it is worth asking again, or a person wants something. */
    boolean mayGo() {
        Instant now = now();
        Admission admission = steps.localBookkeeping().admit(new AskAdmission(taskId, account, now, state.overBudget));
        overBudget = admission.overBudget();
        if (admission.go()) {
            allowed = now;
            looks = 0;
            return true;
        }
        Instant until = admission.limitedUntil();
        if (overBudget != null) {
            awaitBudget(overBudget, now);
        } else if (until != null) {
            progress.show(TaskStatus.PARKED, "parked", "until %s, the usage limit of %s".formatted(until, account));
            looks = 0;
            await(Duration.between(now, until));
        } else {
            progress.show(
                    TaskStatus.PARKED,
                    "parked",
                    "task %s tries whether %s takes work again".formatted(admission.triedBy(), account));
            await(untilNextLook());
        }
        return false;
    }

    /** What the account's budget said when it was asked last; absent where it left something. */
    @Nullable
    OverBudget overBudget() {
        return overBudget;
    }

    /** Where something else becomes of the task than waiting, it is not for here. */
    private void awaitBudget(OverBudget over, Instant now) {
        if (over.frees()) {
            progress.show(TaskStatus.PARKED, "parked", "until running sessions leave something: " + over.reason());
            await(untilNextLook());
        } else if (over.then() == OnBreach.PARK) {
            progress.show(
                    TaskStatus.PARKED,
                    "parked",
                    "until %s (once the budget is raised, pause and resume the task): %s"
                            .formatted(over.until(), over.reason()));
            looks = 0;
            await(Duration.between(now, over.until()));
        }
    }

    /** To be asked when the iteration's session is over. */
    ProviderUse use() {
        return new ProviderUse(account, allowed, now());
    }

    private void await(Duration time) {
        Duration atLeast = time.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : time;
        Workflow.await(atLeast, () -> desk.stopRequested() || desk.paused());
    }

    /** Longer each time, and for each task another time, so that those who waited do not come together. */
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
