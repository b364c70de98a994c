package dev.pawl.local.engine;

import dev.pawl.local.home.LocalState;
import dev.pawl.local.part.Part;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import org.jspecify.annotations.Nullable;

/** The engine of a local stack: one of three kinds. */
public sealed interface Engine extends Part permits ConfiguredEngine, ServerEngine, InProcessEngine {
    /** How to reach it; valid after its start. */
    WorkflowServiceStubsOptions connection();

    String namespace();

    /** URL of the Web UI, if this stack knows it. */
    @Nullable
    String uiUrl();

    /** For {@code local.json}. */
    LocalState.Engine state();

    /** A message for people. */
    String announcement();
}
