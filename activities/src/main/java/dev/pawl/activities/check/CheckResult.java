package dev.pawl.activities.check;

import dev.pawl.workflows.model.CheckEvidence;

/**
 * A finished check.
 *
 * @param report test by test, for comparing a later run with it
 */
public record CheckResult(CheckEvidence evidence, TestReport report) {}
