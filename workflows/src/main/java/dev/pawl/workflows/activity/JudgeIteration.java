package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.ClaimChecked;
import dev.pawl.workflows.model.Evidence;
import dev.pawl.workflows.model.JudgeSpec;
import dev.pawl.workflows.model.Prompt;

@ClaimChecked
public record JudgeIteration(String taskId, int iteration, JudgeSpec judge, Prompt task, Evidence evidence) {}
