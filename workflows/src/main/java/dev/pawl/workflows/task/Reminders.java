package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.task.RemindPerson;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.wait.Escalation;
import dev.pawl.workflows.model.wait.WaitSpec;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Waits until a question is settled or its deadline is over; reminds and escalates meanwhile. Timers only. */
final class Reminders {
    private final String questionId;
    private final String taskId;
    private final WaitSpec wait;
    private final Instant asked;
    private final TaskSteps steps;
    private final Progress progress;
    private int number;

    Reminders(String questionId, String taskId, WaitSpec wait, Instant asked, TaskSteps steps, Progress progress) {
        this.questionId = questionId;
        this.taskId = taskId;
        this.wait = wait;
        this.asked = asked;
        this.steps = steps;
        this.progress = progress;
    }

    /** @return false if the deadline is over */
    boolean until(Functions.Func<Boolean> settled) {
        Duration passed = Duration.ZERO;
        while (true) {
            Duration next = next(passed);
            if (next == null) {
                Workflow.await(settled::apply);
                return true;
            }
            Duration left = next.minus(waited());
            boolean over = left.isNegative() || left.isZero();
            if (!over && Workflow.await(left, settled::apply)) {
                return true;
            }
            if (next.equals(wait.deadline())) {
                return false;
            }
            remind(next, passed);
            passed = next;
        }
    }

    /** The time after the question of what comes next; absent if nothing does. */
    private @Nullable Duration next(Duration passed) {
        Escalation escalation = wait.nextEscalation(passed);
        return earlier(
                earlier(wait.nextReminder(passed), escalation == null ? null : escalation.after()), wait.deadline());
    }

    private static @Nullable Duration earlier(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    private void remind(Duration now, Duration passed) {
        Escalation escalation = wait.nextEscalation(passed);
        String to = escalation != null && escalation.after().equals(now) ? escalation.to() : null;
        number++;
        steps.localBookkeeping().remind(new RemindPerson(questionId, taskId, number, now, to));
        String until = wait.deadline() == null ? "" : ", until " + asked.plus(wait.deadline());
        progress.show(
                TaskStatus.WAITING,
                "waiting",
                "still waiting since " + asked + until + (to == null ? "" : ", escalated to " + to));
    }

    private Duration waited() {
        return Duration.between(asked, Instant.ofEpochMilli(Workflow.currentTimeMillis()));
    }
}
