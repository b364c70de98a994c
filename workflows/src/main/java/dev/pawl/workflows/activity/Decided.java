package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.ContentRef;
import dev.pawl.workflows.model.Decision;
import org.jspecify.annotations.Nullable;

/** @param feedback for the next prompt; absent where there is nothing to say */
public record Decided(Decision decision, @Nullable ContentRef feedback) {}
