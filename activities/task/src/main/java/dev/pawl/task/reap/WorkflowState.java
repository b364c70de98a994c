package dev.pawl.task.reap;

import dev.pawl.workflows.model.outcome.TaskOutcome;
import java.util.List;

/** What the engine says of a task's workflow. */
sealed interface WorkflowState {
    /** @param agents attempts of the step that runs an agent, which are under way or wait for a worker */
    record Running(List<AgentAttempt> agents) implements WorkflowState {
        public Running {
            agents = List.copyOf(agents);
        }

        /** Whether an attempt lives that has this number, or a later one that will close what this one left. */
        boolean lives(int attempt) {
            return agents.stream().anyMatch(agent -> agent.started() && agent.number() >= attempt);
        }
    }

    /**
     * Another engine has it, or had it.
     *
     * @param engine the id of that engine's namespace
     */
    record Elsewhere(String engine) implements WorkflowState {}

    /**
     * @param how for people
     * @param outcome what the task came to
     */
    record Ended(String how, TaskOutcome outcome) implements WorkflowState {}

    /**
     * @param number from 1
     * @param started whether a worker has it, and has not been silent for longer than the heartbeat timeout
     */
    record AgentAttempt(int number, boolean started) {}
}
