package dev.pawl.workflows.activity.workspace;

import dev.pawl.workflows.model.evidence.ClaimChecked;
import dev.pawl.workflows.model.request.TaskRequest;

@ClaimChecked
public record DeliverResult(String taskId, TaskRequest request, String base, String snapshot) {}
