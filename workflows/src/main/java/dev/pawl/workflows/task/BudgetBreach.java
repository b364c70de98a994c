package dev.pawl.workflows.task;

import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.Decision;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Handles the case that none of the task's accounts has budget left today and the task must not wait for the next day.
 */
final class BudgetBreach {
    private final TaskState state;
    private final PersonWait personWait;

    BudgetBreach(TaskState state, PersonWait personWait) {
        this.state = state;
        this.personWait = personWait;
    }

    /**
     * @param refusals of all agents that could work
     * @return absent if the task continues, over a budget or after another admission
     */
    PersonWait.@Nullable Result of(List<Refusal> refusals) {
        if (refusals.stream().anyMatch(Refusal::passes)) {
            return null;
        }
        List<String> reasons = Stream.concat(Refusal.reasons(refusals).stream(), state.lineup.missing().stream())
                .toList();
        List<Refusal> asking = refusals.stream().filter(Refusal::asks).toList();
        return asking.isEmpty()
                ? new PersonWait.Result(state.unfinished(), Cause.BUDGET, String.join("; ", reasons))
                : ask(asking, reasons);
    }

    private PersonWait.@Nullable Result ask(List<Refusal> asking, List<String> reasons) {
        List<String> budgets = Refusal.reasons(asking);
        String question = "%s. May the task exceed %s?"
                .formatted(String.join("; ", budgets), budgets.size() == 1 ? "it" : "them");
        if (!state.request.interactive()) {
            return new PersonWait.Result(
                    state.unfinished(), Cause.NEEDS_PERSON, "a person would have been asked: " + question);
        }
        PersonWait.Result result =
                personWait.ask(name(asking), "escalate", question, new Decision.Escalate(question, reasons));
        if (result == null) {
            asking.forEach(refusal -> state.lineup.goOverBudget(refusal.account()));
            state.lineup.cleared();
        }
        return result;
    }

    /** One iteration may reach several of these, each for other agents. */
    private String name(List<Refusal> asking) {
        return state.lineup.alone()
                ? "budget"
                : asking.stream()
                        .map(refusal -> Integer.toString(refusal.agent()))
                        .collect(Collectors.joining("-", "budget-", ""));
    }
}
