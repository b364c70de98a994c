package dev.pawl.evidence.check;

import dev.pawl.evidence.report.TestReport;
import dev.pawl.workflows.model.evidence.CheckEvidence;

/**
 * A finished check.
 *
 * @param report test by test, for comparing a later run with it
 */
public record CheckResult(CheckEvidence evidence, TestReport report) {}
