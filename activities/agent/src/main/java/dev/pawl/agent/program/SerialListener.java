package dev.pawl.agent.program;

import dev.pawl.agent.AgentAction;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.output.Excerpt;
import dev.pawl.host.process.ProcessIdentity;
import dev.pawl.host.redaction.Redaction;
import dev.pawl.workflows.model.evidence.Usage;
import java.util.concurrent.locks.ReentrantLock;

/** Calls a listener from several threads, one call at a time, with bounded and redacted texts. */
final class SerialListener implements AgentListener {
    private static final int TOOL = 100;
    private static final int TEXT = 2_000;

    private final AgentListener listener;
    private final Redaction redaction;
    private final ReentrantLock lock = new ReentrantLock();

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
        AgentAction clean = new AgentAction(
                action.number(),
                action.kind(),
                Excerpt.clean(action.tool(), redaction, TOOL),
                Excerpt.clean(action.text(), redaction, TEXT),
                action.outcome());
        alone(() -> listener.action(clean));
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
