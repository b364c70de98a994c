package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.ContentRef;

/** The prompt as the agent will read it. Equal references mean equal prompts. */
public record ComposedPrompt(ContentRef prompt) {}
