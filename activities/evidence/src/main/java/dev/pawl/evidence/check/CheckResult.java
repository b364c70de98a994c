package dev.pawl.evidence.check;

import dev.pawl.evidence.report.TestReport;
import dev.pawl.workflows.model.evidence.CheckEvidence;

/**
 * A finished check.
 *
 * @param report results of the single tests, to compare later runs with
 */
public record CheckResult(CheckEvidence evidence, TestReport report) {}
