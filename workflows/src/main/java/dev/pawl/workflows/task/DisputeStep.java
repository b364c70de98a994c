package dev.pawl.workflows.task;

import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.policy.DisputeAnswer;
import dev.pawl.workflows.task.person.PersonDesk;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks a person about a check that the agent holds to contradict the task, and does what the answer says. */
final class DisputeStep {
    private final TaskState state;
    private final PersonDesk desk;
    private final PersonWait personWait;
    private int asked;

    DisputeStep(TaskState state, PersonDesk desk, PersonWait personWait) {
        this.state = state;
        this.desk = desk;
        this.personWait = personWait;
    }

    /**
     * How it goes on.
     *
     * @param end how a person ended the task; absent if it goes on
     * @param assess whether the same work is looked at again, since other checks count now
     */
    record Course(PersonWait.@Nullable Result end, boolean assess) {}

    Course ask(Decision.Escalate dispute) {
        String check = Objects.requireNonNull(dispute.disputed(), "a dispute names its check");
        asked++;
        String name = asked == 1 ? "dispute" : "dispute-" + asked;
        PersonWait.Chosen chosen =
                personWait.askAboutCheck(name, dispute.question(), DisputeAnswer.all(), dispute.reasons());
        String word = chosen.word();
        if (word == null) {
            return new Course(chosen.end(), false);
        }
        return switch (DisputeAnswer.of(word).orElse(DisputeAnswer.RIGHT)) {
            case RIGHT -> right(check);
            case SKIP -> skip(check);
        };
    }

    private Course right(String check) {
        desk.guide("You disputed the check '%s'. It is right: the work has to pass it.".formatted(check));
        return new Course(null, false);
    }

    private Course skip(String check) {
        state.skipped.add(check);
        desk.guide("The check '%s' does not count for this task any more. It need not pass.".formatted(check));
        return new Course(null, true);
    }
}
