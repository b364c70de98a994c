package dev.pawl.task.decision;

import dev.pawl.host.redaction.Redaction;
import dev.pawl.task.prompt.Feedback;
import dev.pawl.task.prompt.Prompts;
import dev.pawl.task.prompt.Quoted;
import dev.pawl.workflows.model.evidence.AgentReport;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.DiffSummary;
import dev.pawl.workflows.model.evidence.Ending;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.FileEvidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.Judgement;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.policy.DecisionPolicy;
import dev.pawl.workflows.policy.PolicyInput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The feedback to an agent on what an iteration left open: why its run ended early, missing files, findings, red checks
 * with the useful part of their output, a judge's issues. Everything is redacted, bounded and marked as data, since
 * agents and their programs wrote it.
 */
public final class FeedbackText {
    private static final int LINE = 500;
    private static final int MAX_FAULTS = 30;
    private static final int MAX_CHECKS = 20;
    private static final int MAX_ISSUES = 20;

    private final Prompts prompts;
    private final Redaction redaction;

    public FeedbackText(Prompts prompts, Redaction redaction) {
        this.prompts = prompts;
        this.redaction = redaction;
    }

    /** Blank if there is nothing to report; never blank for a retry. */
    public String of(PolicyInput input, Decision decision) {
        if (decision instanceof Decision.Accept || nobodyWorked(input.report(), decision)) {
            return "";
        }
        List<String> faults = faults(input);
        List<Feedback.RedCheck> checks = checks(input.evidence());
        String issues = issues(input.judgement());
        if (decision instanceof Decision.Retry && faults.isEmpty() && checks.isEmpty() && issues.isEmpty()) {
            faults = decision.reasons().stream().map(this::line).toList();
        }
        return prompts.feedback(
                new Feedback(state(input.evidence()), unfinished(input.report()), faults, checks, issues));
    }

    /** In this case the next session gets the earlier feedback again. */
    private static boolean nobodyWorked(@Nullable AgentReport report, Decision decision) {
        return report != null
                && !report.worked()
                && (report.ending() == Ending.ACCOUNT_BUDGET || decision instanceof Decision.Fallback);
    }

    /** Identifies the state, so that the same red check of a changed result gives new feedback. */
    private static String state(@Nullable Evidence evidence) {
        if (evidence == null) {
            return "";
        }
        DiffSummary diff = evidence.diff();
        String tree = evidence.tree();
        return "%d files changed so far, +%d -%d lines, state %s"
                .formatted(diff.files(), diff.added(), diff.removed(), tree.substring(0, Math.min(12, tree.length())));
    }

    private String unfinished(@Nullable AgentReport report) {
        return report == null || report.ending() == Ending.FINISHED ? "" : line(report.reason());
    }

    private List<String> faults(PolicyInput input) {
        Evidence evidence = input.evidence();
        if (evidence == null) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        if (evidence.diff().files() == 0) {
            faults.add("Nothing was changed.");
        } else if (!evidence.diff().meaningful()) {
            faults.add("Only white space was changed.");
        }
        for (FileEvidence file : evidence.files()) {
            if (!file.present()) {
                faults.add(line(file.path()) + (file.exists() ? " is empty." : " is missing."));
            }
        }
        if (!evidence.files().isEmpty() && evidence.files().stream().noneMatch(FileEvidence::changed)) {
            faults.add("None of the requested files was changed.");
        }
        evidence.findings().stream()
                .filter(Finding::aboutResult)
                .filter(finding -> !finding.asWished())
                .limit(MAX_FAULTS)
                .map(this::fault)
                .forEach(faults::add);
        DecisionPolicy.suspicion(input)
                .map(said -> line(said) + ". If it does, do not work around it: end with a line PAWL-DISPUTE.")
                .ifPresent(faults::add);
        return faults;
    }

    private String fault(Finding finding) {
        return finding.path().isEmpty() ? line(finding.detail()) : line(finding.path() + ": " + finding.detail());
    }

    private List<Feedback.RedCheck> checks(@Nullable Evidence evidence) {
        return evidence == null
                ? List.of()
                : evidence.checks().stream()
                        .filter(check -> !check.satisfied())
                        .limit(MAX_CHECKS)
                        .map(this::check)
                        .toList();
    }

    private Feedback.RedCheck check(CheckEvidence check) {
        List<String> red = check.newFailures().isEmpty() ? check.failures() : check.newFailures();
        String excerpt = redaction.clean(check.excerpt()).strip();
        return new Feedback.RedCheck(
                line(check.name()),
                line(check),
                red.stream().map(this::line).collect(Collectors.joining(", ")),
                excerpt.isEmpty() ? "" : Quoted.block(excerpt));
    }

    private static String line(CheckEvidence check) {
        return switch (check.state()) {
            case FAILED -> check.exitCode() == null ? "failed" : "failed with exit code " + check.exitCode();
            case TIMED_OUT -> "did not end in time";
            case NOT_STARTED -> "could not be started";
            case PASSED, FLAKY -> "did not show what it has to";
        };
    }

    private String issues(@Nullable Judgement judgement) {
        if (judgement == null || judgement.issues().isEmpty()) {
            return "";
        }
        return Quoted.block(judgement.issues().stream()
                .limit(MAX_ISSUES)
                .map(issue -> "- " + line(issue))
                .collect(Collectors.joining("\n")));
    }

    private String line(String text) {
        return Quoted.line(redaction.clean(text), LINE);
    }
}
