package dev.pawl.workflows.task;

import dev.pawl.workflows.activity.OverBudget;
import dev.pawl.workflows.model.Cause;
import dev.pawl.workflows.model.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a task whose account's budget leaves nothing today, where it is not to wait for the next day. */
final class BudgetBreach {
    private final TaskState state;
    private final PersonWait personWait;

    BudgetBreach(TaskState state, PersonWait personWait) {
        this.state = state;
        this.personWait = personWait;
    }

    /** @return absent where the task goes on, over the budget or when it is asked about again */
    PersonWait.@Nullable Result of(OverBudget over) {
        if (over.frees()) {
            return null;
        }
        return switch (over.then()) {
            case PARK -> null;
            case ASK -> ask(over);
            case END -> new PersonWait.Result(state.unfinished(), Cause.BUDGET, over.reason());
        };
    }

    private PersonWait.@Nullable Result ask(OverBudget over) {
        String question = "%s. Should the task go on over it?".formatted(over.reason());
        if (!state.request.interactive()) {
            return new PersonWait.Result(
                    state.unfinished(), Cause.NEEDS_PERSON, "a person would have been asked: " + question);
        }
        PersonWait.Result result =
                personWait.ask("budget", "escalate", question, new Decision.Escalate(question, List.of(over.reason())));
        state.overBudget = result == null;
        return result;
    }
}
