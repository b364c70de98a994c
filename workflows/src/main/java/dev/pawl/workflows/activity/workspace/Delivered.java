package dev.pawl.workflows.activity.workspace;

/** @param note one line for people: what was delivered where, or why delivery failed */
public record Delivered(boolean done, String note) {}
