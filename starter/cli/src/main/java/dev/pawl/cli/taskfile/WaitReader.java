package dev.pawl.cli.taskfile;

import dev.pawl.api.v1.Escalation;
import dev.pawl.api.v1.WaitEnd;
import dev.pawl.api.v1.WaitSpec;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code wait}: how the questions of a task wait for a person. */
final class WaitReader {
    private final Problems problems;

    WaitReader(Problems problems) {
        this.problems = problems;
    }

    WaitSpec read(Section keys) {
        WaitSpec.Builder wait = WaitSpec.newBuilder();
        List<Duration> remind = keys.durations("remind");
        remind.forEach(after -> wait.addRemind(message(after)));
        ascending(keys, "remind", remind);
        List<Duration> escalated = new ArrayList<>();
        for (Node item : keys.items("escalate")) {
            escalation(item).ifPresent(escalation -> {
                wait.addEscalate(escalation);
                escalated.add(Duration.ofSeconds(escalation.getAfter().getSeconds()));
            });
        }
        ascending(keys, "escalate", escalated);
        Duration deadline = keys.duration("deadline");
        if (deadline != null) {
            wait.setDeadline(message(deadline));
            before(keys, "remind", remind, deadline);
            before(keys, "escalate", escalated, deadline);
        }
        String then = keys.oneOf("then", Keys.WAIT_ENDS);
        if (then != null) {
            wait.setThen(WaitEnd.valueOf("WAIT_END_" + then.toUpperCase(Locale.ROOT)));
        }
        if (then != null && !keys.has("deadline")) {
            keys.problem("then", "nothing follows without a deadline", "add deadline: 3d");
        }
        return wait.build();
    }

    private Optional<Escalation> escalation(Node item) {
        if (!(item instanceof MappingNode mapping)) {
            problems.at(item, "an item of wait.escalate is a group of keys", "write { after: 4h, to: lead }");
            return Optional.empty();
        }
        Section keys = new Section(mapping, "wait.escalate.", Keys.ESCALATION, problems);
        for (String key : Keys.ESCALATION) {
            if (!keys.has(key)) {
                keys.problem(key, "is missing", "write { after: 4h, to: lead }");
            }
        }
        Duration after = keys.duration("after");
        String to = keys.text("to");
        return after == null || to == null
                ? Optional.empty()
                : Optional.of(Escalation.newBuilder()
                        .setAfter(message(after))
                        .setTo(to)
                        .build());
    }

    private static void ascending(Section keys, String key, List<Duration> times) {
        for (int i = 1; i < times.size(); i++) {
            if (times.get(i).compareTo(times.get(i - 1)) <= 0) {
                keys.problem(key, "the times have to ascend", null);
                return;
            }
        }
    }

    private static void before(Section keys, String key, List<Duration> times, Duration deadline) {
        if (times.stream().anyMatch(time -> time.compareTo(deadline) >= 0)) {
            keys.problem(key, "is not before the deadline", null);
        }
    }

    private static com.google.protobuf.Duration message(Duration duration) {
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(duration.toSeconds())
                .build();
    }
}
