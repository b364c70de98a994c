package dev.pawl.local.engine;

import dev.pawl.local.home.LocalState;
import dev.pawl.local.part.Part;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import org.jspecify.annotations.Nullable;

/** The engine of a local stack: one of three kinds. */
public sealed interface Engine extends Part permits ConfiguredEngine, ServerEngine, InProcessEngine {
    /** How to reach it; to be asked after its start. */
    WorkflowServiceStubsOptions connection();

    String namespace();

    /** Of the Web UI, where this stack knows it. */
    @Nullable
    String uiUrl();

    /** As programs find it. */
    LocalState.Engine state();

    /** What a person should know, in plain words. */
    String announcement();
}
