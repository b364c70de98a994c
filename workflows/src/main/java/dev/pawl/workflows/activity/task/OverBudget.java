package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.request.OnBreach;
import java.time.Instant;

/**
 * The account's budget leaves no session today.
 *
 * @param reason one line for people: how much of the budget is spent and reserved
 * @param until the end of the budget's day
 * @param frees whether running sessions may release enough before then
 * @param then what happens to the task otherwise
 */
public record OverBudget(String reason, Instant until, boolean frees, OnBreach then) {}
