package dev.pawl.workflows.activity.plan;

import java.math.BigDecimal;

/**
 * @param costUsd the known cost in US dollars
 * @param tokens of all kinds
 */
public record PlanSpent(BigDecimal costUsd, long tokens) {}
