package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.Evidence;
import dev.pawl.workflows.model.JudgeSpec;
import dev.pawl.workflows.model.Prompt;

public record JudgeIteration(String taskId, int iteration, JudgeSpec judge, Prompt task, Evidence evidence) {}
