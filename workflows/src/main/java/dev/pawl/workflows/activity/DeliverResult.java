package dev.pawl.workflows.activity;

import dev.pawl.workflows.model.TaskRequest;

public record DeliverResult(String taskId, TaskRequest request, String base, String snapshot) {}
