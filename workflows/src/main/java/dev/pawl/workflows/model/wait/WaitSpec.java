package dev.pawl.workflows.model.wait;

import dev.pawl.workflows.model.Require;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the questions of a task wait for a person. A wait takes no worker, only timers of the engine.
 *
 * @param remind how long after the question the task reminds, ascending; empty means every day
 * @param escalate who is named how long after the question, ascending
 * @param deadline how long after the question it is closed without an answer; absent means never
 * @param then what follows at the deadline
 */
public record WaitSpec(
        List<Duration> remind,
        List<Escalation> escalate,
        @Nullable Duration deadline,
        WaitEnd then) {
    /** Of {@code remind}, and of {@code escalate}. */
    public static final int MOST = 20;

    public static final WaitSpec DEFAULT = new WaitSpec(List.of(), List.of(), null, WaitEnd.STOP);

    private static final Duration DAY = Duration.ofDays(1);

    public WaitSpec {
        remind = Require.list(remind);
        escalate = Require.list(escalate);
        then = then == null ? WaitEnd.STOP : then;
        Require.range(remind.size(), 0, MOST, "the number of reminders");
        Require.range(escalate.size(), 0, MOST, "the number of escalations");
        remind.forEach(after -> Require.positive(after, "wait.remind"));
        ascending(remind, "wait.remind");
        ascending(escalate.stream().map(Escalation::after).toList(), "wait.escalate");
        if (deadline != null) {
            Require.positive(deadline, "wait.deadline");
            List<Duration> all = new ArrayList<>(remind);
            escalate.forEach(escalation -> all.add(escalation.after()));
            for (Duration after : all) {
                if (after.compareTo(deadline) >= 0) {
                    throw new IllegalArgumentException(
                            "wait: %s is not before the deadline, %s".formatted(after, deadline));
                }
            }
        }
    }

    private static void ascending(List<Duration> times, String field) {
        for (int i = 1; i < times.size(); i++) {
            if (times.get(i).compareTo(times.get(i - 1)) <= 0) {
                throw new IllegalArgumentException(field + " must ascend");
            }
        }
    }

    /** The first reminder later than this; absent if there is none. */
    public @Nullable Duration nextReminder(Duration waited) {
        if (remind.isEmpty()) {
            return DAY.multipliedBy(waited.toDays() + 1);
        }
        return remind.stream()
                .filter(after -> after.compareTo(waited) > 0)
                .findFirst()
                .orElse(null);
    }

    /** The first escalation later than this; absent if there is none. */
    public @Nullable Escalation nextEscalation(Duration waited) {
        return escalate.stream()
                .filter(escalation -> escalation.after().compareTo(waited) > 0)
                .findFirst()
                .orElse(null);
    }
}
