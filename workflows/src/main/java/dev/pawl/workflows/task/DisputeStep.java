package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.workspace.PrepareWorkspace;
import dev.pawl.workflows.activity.workspace.Prepared;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.policy.DisputeAnswer;
import dev.pawl.workflows.task.person.PersonDesk;
import io.temporal.workflow.Async;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks a person about a check that contradicts the task according to the agent, and acts on the answer. */
final class DisputeStep {
    private static final String UNCHANGED = "No file of the check differs in the task's directory. ";

    private final String taskId;
    private final TaskState state;
    private final PersonDesk desk;
    private final TaskSteps steps;
    private final HostSteps onHost;
    private final PersonWait personWait;
    private int asked;

    DisputeStep(
            String taskId, TaskState state, PersonDesk desk, TaskSteps steps, HostSteps onHost, PersonWait personWait) {
        this.taskId = taskId;
        this.state = state;
        this.desk = desk;
        this.steps = steps;
        this.onHost = onHost;
        this.personWait = personWait;
    }

    /**
     * How the task continues.
     *
     * @param end how a person ended the task; absent if it continues
     * @param assess whether the same work is assessed again, since other checks count now
     */
    record Course(PersonWait.@Nullable Result end, boolean assess) {
        private static final Course NEXT_ITERATION = new Course(null, false);
        private static final Course SAME_WORK = new Course(null, true);
    }

    Course ask(Decision.Escalate dispute) {
        String check = Objects.requireNonNull(dispute.disputed(), "a dispute names its check");
        String question = dispute.question();
        while (true) {
            PersonWait.Chosen chosen =
                    personWait.askAboutCheck(name(), question, DisputeAnswer.all(), dispute.reasons());
            String word = chosen.word();
            if (word == null) {
                return new Course(chosen.end(), false);
            }
            switch (DisputeAnswer.of(word).orElse(DisputeAnswer.RIGHT)) {
                case RIGHT -> {
                    desk.guide("You disputed the check '%s'. It is right: the work has to pass it.".formatted(check));
                    return Course.NEXT_ITERATION;
                }
                case SKIP -> {
                    state.skipped.add(check);
                    desk.guide("The check '%s' does not count for this task any more.".formatted(check));
                    return Course.SAME_WORK;
                }
                case CHANGED -> {
                    if (taken(check)) {
                        desk.guide("The check '%s' that you disputed was changed.".formatted(check));
                        return Course.SAME_WORK;
                    }
                    question = UNCHANGED + dispute.question();
                }
            }
        }
    }

    /** One iteration may have several disputes. */
    private String name() {
        asked++;
        return asked == 1 ? "dispute" : "dispute-" + asked;
    }

    /** @return whether any of its files differs from the base */
    private boolean taken(String check) {
        Prepared before = state.ready();
        PrepareWorkspace anew = PrepareWorkspace.withChanged(check, taskId, state.request);
        Prepared now = onHost.run(takenUp -> Async.function(steps.workspace(state.host(), takenUp)::prepare, anew));
        state.prepared = now;
        return !now.base().equals(before.base());
    }
}
