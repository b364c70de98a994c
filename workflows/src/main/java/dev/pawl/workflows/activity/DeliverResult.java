package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.ClaimChecked;
import dev.pawl.workflows.model.TaskRequest;

@ClaimChecked
public record DeliverResult(String taskId, TaskRequest request, String base, String snapshot) {}
