package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.Admission;
import dev.pawl.workflows.activity.AskAdmission;
import dev.pawl.workflows.activity.ProviderUse;
import dev.pawl.workflows.model.TaskStatus;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;

/**
 * Waits for a provider's quota, without a worker slot. What one task learns of an account holds for all that use it: at the
 * reset one tries, and the others follow once it was served, not all at once.
 */
final class Parking {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(15);
    private static final int MAX_DOUBLINGS = 4;

    private final String taskId;
    private final String account;
    private final PersonDesk desk;
    private final TaskSteps steps;
    private final Progress progress;
    private Instant allowed = Instant.EPOCH;
    private int looks;

    Parking(String taskId, String account, PersonDesk desk, TaskSteps steps, Progress progress) {
        this.taskId = taskId;
        this.account = account;
        this.desk = desk;
        this.steps = steps;
        this.progress = progress;
    }

    /** Asks once, and where the answer is no waits until it is worth asking again, or a person wants something. */
    boolean mayGo() {
        Instant now = now();
        Admission admission = steps.localBookkeeping().admit(new AskAdmission(taskId, account, now));
        if (admission.go()) {
            allowed = now;
            looks = 0;
            return true;
        }
        Instant until = admission.limitedUntil();
        if (until != null) {
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
