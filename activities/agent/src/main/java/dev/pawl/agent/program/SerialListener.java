package dev.pawl.agent.program;

import dev.pawl.agent.ActionKind;
import dev.pawl.agent.AgentAction;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.ToolCall.Outcome;
import dev.pawl.agent.output.Excerpt;
import dev.pawl.host.process.ProcessIdentity;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Calls a listener from several threads, one call at a time, with bounded and redacted texts. */
final class SerialListener implements AgentListener {
    private static final int TOOL = 100;
    private static final int TEXT = 2_000;
    private static final int MOST_HOSTS = 500;

    private final AgentListener listener;
    private final Redaction redaction;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final Set<String> contacted = new HashSet<>();

    SerialListener(AgentListener listener, Redaction redaction) {
        this.listener = listener;
        this.redaction = redaction;
    }

    @Override
    public void started(ProcessIdentity identity) {
        alone(() -> listener.started(identity));
    }

    @Override
    public void usage(Usage soFar) {
        alone(() -> listener.usage(soFar));
    }

    @Override
    public void action(AgentAction action) {
        alone(() -> listener.action(new AgentAction(
                numbers.computeIfAbsent(action.number(), unseen -> numbers.size() + contacted.size() + 1),
                action.kind(),
                Excerpt.clean(action.tool(), redaction, TOOL),
                Excerpt.clean(action.text(), redaction, TEXT),
                action.outcome())));
    }

    /** The first time is an action of its own between those that the agent reports. */
    void contacted(String host, boolean allowed) {
        alone(() -> {
            if (contacted.size() < MOST_HOSTS && contacted.add(host + (allowed ? "" : " refused"))) {
                listener.action(new AgentAction(
                        numbers.size() + contacted.size(),
                        ActionKind.TOOL,
                        "network",
                        Excerpt.clean(host, redaction, TEXT),
                        allowed ? Outcome.SUCCEEDED : Outcome.DENIED));
            }
        });
    }

    @Override
    public boolean cancelled() {
        lock.lock();
        try {
            return listener.cancelled();
        } finally {
            lock.unlock();
        }
    }

    private void alone(Runnable call) {
        lock.lock();
        try {
            call.run();
        } finally {
            lock.unlock();
        }
    }
}
