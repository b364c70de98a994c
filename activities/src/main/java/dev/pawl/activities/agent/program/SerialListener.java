package dev.pawl.activities.agent.program;

import dev.pawl.activities.agent.AgentListener;
import dev.pawl.activities.process.ProcessIdentity;
import dev.pawl.activities.redaction.Redaction;
import dev.pawl.workflows.model.Usage;
import java.util.concurrent.locks.ReentrantLock;

/** Calls a listener from several threads one at a time, with texts that are bounded and hold no secret. */
final class SerialListener implements AgentListener {
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
    public void activity(String kind, String text) {
        String clean = Excerpt.line(redaction.clean(Excerpt.line(text)));
        alone(() -> listener.activity(kind, clean));
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
