package dev.pawl.task.reap;

import dev.pawl.workflows.model.outcome.TaskOutcome;
import java.util.List;

/** The state of a task's workflow in the engine. */
sealed interface WorkflowState {
    /** Whether the workflow may still use what the task has. */
    default boolean mayRun() {
        return switch (this) {
            case Running ignored -> true;
            case Unsure ignored -> true;
            case Elsewhere ignored -> false;
            case Ended ignored -> false;
        };
    }

    /** @param agents attempts of the step that runs an agent, running or waiting for a worker */
    record Running(List<AgentAttempt> agents) implements WorkflowState {
        public Running {
            agents = List.copyOf(agents);
        }

        /** Whether this attempt is alive, or a later one that will close what this one left. */
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

    /** The engine does not find the workflow, but is too slow to be believed; the next round asks again. */
    record Unsure() implements WorkflowState {}

    /**
     * @param how for people
     * @param outcome of the task
     */
    record Ended(String how, TaskOutcome outcome) implements WorkflowState {}

    /**
     * @param number from 1
     * @param started whether a worker has it and has not missed the heartbeat timeout
     */
    record AgentAttempt(int number, boolean started) {}
}
