package dev.pawl.task.judge;

import dev.pawl.agent.AgentListener;
import dev.pawl.workflows.model.evidence.Usage;

/** Knows what a judge spent so far, also where its run ends in a fault and there is no result to tell. */
final class SpendingWatch implements AgentListener {
    private final AgentListener caller;
    private volatile Usage soFar = Usage.NONE;

    /** @param caller is asked whether to go on */
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
