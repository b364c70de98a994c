package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.workspace.PrepareWorkspace;
import dev.pawl.workflows.model.evidence.HostObstacle;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.policy.Answer;
import io.temporal.workflow.Async;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks a person before the first session if checks cannot become green on the host, whatever an agent does. */
final class HostGate {
    private static final String AGAIN = "again";
    private static final String CONTINUE = "continue";

    private final String taskId;
    private final TaskState state;
    private final TaskSteps steps;
    private final HostSteps onHost;
    private final PersonWait personWait;
    private int asked;

    HostGate(String taskId, TaskState state, TaskSteps steps, HostSteps onHost, PersonWait personWait) {
        this.taskId = taskId;
        this.state = state;
        this.steps = steps;
        this.onHost = onHost;
        this.personWait = personWait;
    }

    /** @return absent if the task may start */
    PersonWait.@Nullable Result pass() {
        while (state.iteration == 0 && !state.ready().obstacles().isEmpty()) {
            List<String> reasons =
                    state.ready().obstacles().stream().map(HostObstacle::text).toList();
            String said = reasons.stream().collect(Collectors.joining(". "));
            if (!state.request.interactive()) {
                return new PersonWait.Result(
                        state.unfinished(), Cause.NEEDS_PERSON, "a person would have been asked: " + said);
            }
            String question = "%s. Start anyway (%s), or run setup and checks again after you changed the host (%s)?"
                    .formatted(said, CONTINUE, AGAIN);
            PersonWait.Chosen chosen = personWait.askBeforeWork(name(), question, List.of(CONTINUE, AGAIN), reasons);
            String word = chosen.word();
            if (word == null) {
                return chosen.end();
            }
            if (Answer.normal(word).equals(AGAIN)) {
                PrepareWorkspace again = PrepareWorkspace.again(taskId, state.request);
                state.prepared = onHost.run(
                        takenUp -> Async.function(steps.newWorkspace(state.host(), takenUp)::prepare, again));
            } else {
                state.prepared = state.ready().withoutObstacles();
            }
        }
        return null;
    }

    /** The same host may be asked about several times. */
    private String name() {
        asked++;
        return asked == 1 ? "host" : "host-" + asked;
    }
}
