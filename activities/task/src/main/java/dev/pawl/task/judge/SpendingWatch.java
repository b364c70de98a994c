package dev.pawl.task.judge;

import dev.pawl.agent.AgentListener;
import dev.pawl.workflows.model.evidence.Usage;

/** Keeps what a judge has spent so far, even if its run fails and returns no result. */
final class SpendingWatch implements AgentListener {
    private final AgentListener caller;
    private volatile Usage soFar = Usage.NONE;

    /** @param caller decides whether to go on */
    SpendingWatch(AgentListener caller) {
        this.caller = caller;
    }

    Usage soFar() {
        return soFar;
    }

    @Override
    public void usage(Usage soFar) {
        this.soFar = soFar;
    }

    @Override
    public boolean cancelled() {
        return caller.cancelled();
    }
}
