package dev.pawl.db.plan;

import java.math.BigDecimal;

/** What the tasks of a plan have spent. */
public record PlanSums(BigDecimal costUsd, long tokens) {}
