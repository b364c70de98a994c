package dev.pawl.workflows.policy;

import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dispute, with the results of the check. */
final class DisputedCheck {
    private static final int MAX_LINES = 8;
    private static final int MAX_LINE = 200;

    private final Dispute dispute;
    private final @Nullable CheckEvidence check;
    private final List<String> all;

    DisputedCheck(Dispute dispute, @Nullable Evidence evidence) {
        List<CheckEvidence> checks = evidence == null ? List.of() : evidence.checks();
        this.dispute = dispute;
        this.all = checks.stream().map(CheckEvidence::name).toList();
        this.check = checks.stream()
                .filter(one -> one.name().equals(dispute.check()))
                .findFirst()
                .orElse(null);
    }

    String question() {
        String name = dispute.check();
        return name == null
                ? "The agent disputes a check that the task does not have: %s. The checks are: %s. How should the task go on?"
                        .formatted(dispute.said(), all.isEmpty() ? "none" : String.join(", ", all))
                : "According to the agent, check '%s' contradicts the task: %s. %s"
                        .formatted(name, dispute.said(), DisputeAnswer.offer());
    }

    /** What the check showed, one line each, with the value that the work returns if the output contains it. */
    List<String> shown() {
        if (check == null) {
            return List.of("the agent disputes: " + dispute.said());
        }
        List<String> shown = new ArrayList<>();
        shown.add("the agent disputes check '%s', which is %s on its work"
                .formatted(check.name(), check.satisfied() ? "green" : "red"));
        if (!check.failures().isEmpty()) {
            shown.add("red: " + cut(String.join(", ", check.failures())));
        }
        if (!check.satisfied()) {
            check.excerpt()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .limit(MAX_LINES)
                    .map(line -> "shows: " + cut(line))
                    .forEach(shown::add);
        }
        return shown;
    }

    private static String cut(String line) {
        return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE - 1) + "…";
    }
}
