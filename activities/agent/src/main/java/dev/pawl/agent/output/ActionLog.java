package dev.pawl.agent.output;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.AgentAction;
import dev.pawl.agent.AgentDispute;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentQuestion;
import dev.pawl.agent.ToolCall.Outcome;

/** Numbers the actions of one run, and reports them to the listener. */
public final class ActionLog {
    private final AgentListener listener;
    private int number;

    public ActionLog(AgentListener listener) {
        this.listener = listener;
    }

    /** A message with a question to a person, or with a dispute, is reported as that question. */
    public void message(String text) {
        AgentDispute.find(text)
                .map(said -> "disputes " + said)
                .or(() -> AgentQuestion.find(text))
                .ifPresentOrElse(this::question, () -> begun(ActionKind.MESSAGE, "", text));
    }

    public void question(String text) {
        begun(ActionKind.QUESTION, "", text);
    }

    /** The agent retries a model request. */
    public void retry(String reason) {
        begun(ActionKind.RETRY, "", reason);
    }

    AgentAction begun(ActionKind kind, String tool, String text) {
        number++;
        AgentAction action = new AgentAction(number, kind, tool, Excerpt.start(text), Outcome.UNKNOWN);
        listener.action(action);
        return action;
    }

    AgentAction ended(AgentAction action, Outcome outcome) {
        AgentAction ended = action.ended(outcome);
        if (!ended.equals(action)) {
            listener.action(ended);
        }
        return ended;
    }
}
