package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.ContentRef;

/** The prompt as the agent will read it; equal references are equal prompts. */
public record ComposedPrompt(ContentRef prompt) {}
