package dev.pawl.task.reap;

import dev.pawl.workflows.model.outcome.Outcome;
import io.temporal.client.WorkflowExecutionDescription;

/** What the engine says about a workflow. */
sealed interface EngineAnswer {
    record Running(WorkflowExecutionDescription workflow) implements EngineAnswer {}

    /** It ended by itself, so the engine has its result. */
    record Completed() implements EngineAnswer {}

    /**
     * It ended without a result, or the engine lost it.
     *
     * @param how for people
     */
    record Closed(Outcome outcome, String how) implements EngineAnswer {}

    /**
     * Another engine has it, or had it.
     *
     * @param engine the id of that engine's namespace
     */
    record Elsewhere(String engine) implements EngineAnswer {}

    /** The engine does not find it, but is too slow to be believed; the next round asks again. */
    record Unsure() implements EngineAnswer {}
}
