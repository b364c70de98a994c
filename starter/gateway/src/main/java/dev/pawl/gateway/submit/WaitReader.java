package dev.pawl.gateway.submit;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.WaitSpec;
import dev.pawl.workflows.model.wait.Escalation;
import dev.pawl.workflows.model.wait.WaitEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads how the questions of a task wait. */
final class WaitReader {
    private final WaitSpec wait;
    private final String path;
    private final Violations violations;

    WaitReader(WaitSpec wait, String path, Violations violations) {
        this.wait = wait;
        this.path = path;
        this.violations = violations;
    }

    dev.pawl.workflows.model.wait.WaitSpec read() {
        int before = violations.count();
        List<Duration> remind = new ArrayList<>();
        for (int i = 0; i < wait.getRemindCount(); i++) {
            remind.add(Durations.read(
                    "%s.remind[%d]".formatted(path, i), wait.getRemind(i), Duration.ofDays(1), violations));
        }
        List<Escalation> escalate = new ArrayList<>();
        for (int i = 0; i < wait.getEscalateCount(); i++) {
            String each = "%s.escalate[%d]".formatted(path, i);
            Duration after =
                    Durations.read(each + ".after", wait.getEscalate(i).getAfter(), Duration.ofDays(1), violations);
            String to = wait.getEscalate(i).getTo();
            escalate.add(violations.made(each + ".to", new Escalation(after, "-"), () -> new Escalation(after, to)));
        }
        Duration deadline = wait.hasDeadline()
                ? Durations.read(path + ".deadline", wait.getDeadline(), Duration.ofDays(365), violations)
                : null;
        String then = Words.of(wait.getThen());
        WaitEnd end = then.isEmpty() ? WaitEnd.STOP : WaitEnd.of(then);
        // One report for each value is enough.
        return violations.count() > before
                ? dev.pawl.workflows.model.wait.WaitSpec.DEFAULT
                : violations.made(
                        path,
                        dev.pawl.workflows.model.wait.WaitSpec.DEFAULT,
                        () -> new dev.pawl.workflows.model.wait.WaitSpec(remind, escalate, deadline, end));
    }
}
