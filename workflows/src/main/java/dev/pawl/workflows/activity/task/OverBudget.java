package dev.pawl.workflows.activity.task;

import dev.pawl.workflows.model.request.OnBreach;
import java.time.Instant;

/**
 * That the budget of a provider's account leaves no session today.
 *
 * @param reason one line for people: what is spent and reserved of what
 * @param until the end of the day the budget is for
 * @param frees whether sessions that run now may give back enough before then
 * @param then what becomes of the task where they cannot
 */
public record OverBudget(String reason, Instant until, boolean frees, OnBreach then) {}
