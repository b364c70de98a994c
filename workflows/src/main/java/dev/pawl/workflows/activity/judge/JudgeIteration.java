package dev.pawl.workflows.activity.judge;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.request.JudgeSpec;
import dev.pawl.workflows.model.request.Prompt;

@ClaimChecked
public record JudgeIteration(String taskId, int iteration, JudgeSpec judge, Prompt task, Evidence evidence) {}
