package dev.pawl.agent;

import dev.pawl.agent.ToolCall.Outcome;
import dev.pawl.host.process.ProcessIdentity;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Records all calls. Cancels when a condition on them holds. */
public final class RecordedListener implements AgentListener {
    public final List<AgentAction> actions = new CopyOnWriteArrayList<>();
    public final List<Usage> usages = new CopyOnWriteArrayList<>();
    public final List<ProcessIdentity> processes = new CopyOnWriteArrayList<>();
    private final Predicate<RecordedListener> cancels;

    public RecordedListener(Predicate<RecordedListener> cancels) {
        this.cancels = cancels;
    }

    public RecordedListener() {
        this(listener -> false);
    }

    @Override
    public void started(ProcessIdentity identity) {
        processes.add(identity);
    }

    @Override
    public void usage(Usage soFar) {
        usages.add(soFar);
    }

    @Override
    public void action(AgentAction action) {
        actions.add(action);
    }

    /** Each reported action: its kind, its tool, its object, and its outcome if known. */
    public List<String> lines() {
        return actions.stream().map(RecordedListener::line).toList();
    }

    private static String line(AgentAction action) {
        String outcome = action.outcome() == Outcome.UNKNOWN ? "" : " " + action.outcome();
        return action.kind().wire() + ": " + (action.tool() + " " + action.text()).strip() + outcome;
    }

    @Override
    public boolean cancelled() {
        return cancels.test(this);
    }
}
