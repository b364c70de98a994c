package dev.pawl.workflows.policy;

import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.evidence.Control;
import dev.pawl.workflows.model.evidence.ControlState;
import dev.pawl.workflows.model.evidence.Evidence;
import dev.pawl.workflows.model.evidence.FileEvidence;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evidence read as faults and proofs; green only if there are no faults.
 *
 * @param remarks what weakens the proofs, for people
 */
record HardEvidence(
        List<String> faults,
        List<String> proofs,
        List<String> remarks,
        boolean redCheck,
        boolean ownershipViolated,
        boolean onlyUnneeded,
        boolean hasCriteria,
        boolean worthKeeping,
        List<Finding> asking) {

    static HardEvidence of(@Nullable Evidence evidence) {
        if (evidence == null) {
            return new HardEvidence(
                    List.of("nothing was assessed"),
                    List.of(),
                    List.of(),
                    false,
                    false,
                    false,
                    false,
                    false,
                    List.of());
        }
        List<String> faults = new ArrayList<>();
        List<String> proofs = new ArrayList<>();
        if (!evidence.diff().meaningful()) {
            faults.add(evidence.diff().files() == 0 ? "nothing was changed" : "only white space was changed");
        }
        files(evidence, faults, proofs);
        checks(evidence, faults, proofs);
        List<Finding> blocking =
                evidence.findings().stream().filter(Finding::blocking).toList();
        blocking.forEach(finding -> faults.add(line(finding)));
        evidence.findings().stream()
                .filter(finding -> finding.kind() == FindingKind.CHECK_SKIPPED)
                .forEach(finding -> proofs.add(line(finding)));
        evidence.findings().stream().filter(Finding::asWished).forEach(finding -> proofs.add(wished(finding)));
        if (evidence.verified()) {
            proofs.add("verified on a clean checkout");
        }
        controls(evidence, ControlState.CONFIRMED).forEach(proofs::add);
        List<String> remarks = new ArrayList<>(controls(evidence, ControlState.UNCLEAR));
        remarks.addAll(controls(evidence, ControlState.NOT_DONE));
        boolean red = evidence.checks().stream().anyMatch(check -> !check.satisfied());
        boolean ownership = blocking.stream().anyMatch(finding -> finding.kind() == FindingKind.OUTSIDE_OWNERSHIP);
        return new HardEvidence(
                List.copyOf(faults),
                List.copyOf(proofs),
                List.copyOf(remarks),
                red,
                ownership,
                onlyUnneeded(blocking, faults),
                !evidence.checks().isEmpty() || !evidence.files().isEmpty() || removes(evidence),
                evidence.diff().meaningful() && blocking.isEmpty(),
                blocking.stream().allMatch(Finding::asks) && faults.size() == blocking.size() ? blocking : List.of());
    }

    /** Whether the only fault is that the checks are green without the work that they should need. */
    private static boolean onlyUnneeded(List<Finding> blocking, List<String> faults) {
        return !blocking.isEmpty()
                && faults.size() == blocking.size()
                && blocking.stream().allMatch(finding -> finding.kind() == FindingKind.WORK_NOT_NEEDED);
    }

    boolean green() {
        return faults.isEmpty();
    }

    /** Paths whose change is the only fault, and may be what the task wants; empty if there is another fault. */
    List<String> undeclared() {
        return asking.stream().map(Finding::path).distinct().toList();
    }

    /** Share of the evidence that is green. */
    double share() {
        int seen = faults.size() + proofs.size();
        return seen == 0 ? 0 : (double) proofs.size() / seen;
    }

    private static List<String> controls(Evidence evidence, ControlState state) {
        return evidence.proof().controls().stream()
                .filter(control -> control.state() == state)
                .map(Control::line)
                .toList();
    }

    private static void files(Evidence evidence, List<String> faults, List<String> proofs) {
        for (FileEvidence file : evidence.files()) {
            if (!file.present()) {
                faults.add(file.path() + (file.exists() ? " is empty" : " is missing"));
            }
        }
        if (!evidence.files().isEmpty()) {
            if (evidence.files().stream().noneMatch(FileEvidence::changed)) {
                faults.add("none of the declared files was changed");
            } else if (evidence.files().stream().allMatch(FileEvidence::present)) {
                proofs.add("all declared files exist");
            }
        }
    }

    private static void checks(Evidence evidence, List<String> faults, List<String> proofs) {
        for (CheckEvidence check : evidence.checks()) {
            if (!check.satisfied()) {
                faults.add("check '%s' %s".formatted(check.name(), line(check)));
            } else {
                proofs.add("check '%s' %s".formatted(check.name(), proved(check)));
            }
        }
    }

    private static String proved(CheckEvidence check) {
        return switch (check.state()) {
            case PASSED, FLAKY -> check.state().wire();
            case FAILED, TIMED_OUT, NOT_STARTED -> "has no new failures";
        };
    }

    private static String line(CheckEvidence check) {
        if (!check.newFailures().isEmpty()) {
            return "has %d new failures: %s"
                    .formatted(check.newFailures().size(), String.join(", ", firstFew(check.newFailures())));
        }
        if (check.state() == CheckState.FAILED && check.exitCode() != null) {
            return "failed with exit code " + check.exitCode();
        }
        return switch (check.state()) {
            case PASSED -> "did not show what it has to";
            case TIMED_OUT -> check.reason();
            case FLAKY, FAILED, NOT_STARTED -> check.state().wire();
        };
    }

    private static List<String> firstFew(List<String> names) {
        return names.size() <= 5 ? names : names.subList(0, 5);
    }

    private static boolean removes(Evidence evidence) {
        return evidence.findings().stream().anyMatch(finding -> finding.kind() == FindingKind.REMOVAL);
    }

    private static String wished(Finding finding) {
        return finding.kind() == FindingKind.TESTS_CHANGED ? "weaker proof: " + line(finding) : line(finding);
    }

    private static String line(Finding finding) {
        return finding.path().isEmpty() ? finding.detail() : finding.path() + ": " + finding.detail();
    }
}
