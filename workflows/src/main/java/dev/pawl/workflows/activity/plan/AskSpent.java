package dev.pawl.workflows.activity.plan;

public record AskSpent(String planId) {}
