package dev.pawl.cli.report;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Check;
import dev.pawl.api.v1.CheckState;
import dev.pawl.api.v1.Decision;
import dev.pawl.api.v1.FileEvidence;
import dev.pawl.api.v1.Finding;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.Stall;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Formatting shared by several reports. */
public final class Lines {
    private static final int SHORT = 8;

    private Lines() {}

    /** A prefix that is unique among a task's ids. */
    public static String shortId(String id) {
        return id.length() <= SHORT ? id : id.substring(0, SHORT);
    }

    public static boolean ended(TaskStatus status) {
        return switch (status) {
            case TASK_STATUS_ACCEPTED,
                    TASK_STATUS_PARTIAL,
                    TASK_STATUS_REJECTED,
                    TASK_STATUS_FAILED,
                    TASK_STATUS_CANCELLED -> true;
            default -> false;
        };
    }

    public static String status(TaskStatus status, Style style) {
        String word = Words.of(status);
        return switch (status) {
            case TASK_STATUS_ACCEPTED -> style.good(word);
            case TASK_STATUS_REJECTED, TASK_STATUS_FAILED -> style.bad(word);
            case TASK_STATUS_PARTIAL,
                    TASK_STATUS_CANCELLED,
                    TASK_STATUS_WAITING,
                    TASK_STATUS_PAUSED,
                    TASK_STATUS_PARKED -> style.attention(word);
            default -> style.strong(word);
        };
    }

    /** Such as {@code failed (exit 1), 2 of 5 tests red}. */
    public static String check(Check check) {
        StringBuilder line = new StringBuilder(Words.of(check.getState()));
        if (check.getState() == CheckState.CHECK_STATE_FAILED && check.hasExitCode()) {
            line.append(" (exit ").append(check.getExitCode()).append(')');
        }
        if (check.getFailuresCount() > 0) {
            line.append(", ").append(check.getFailuresCount());
            line.append(check.getTests() > 0 ? " of " + check.getTests() + " tests red" : " tests red");
        }
        if (check.getNewFailuresCount() > 0) {
            line.append(", new: ").append(String.join(", ", check.getNewFailuresList()));
        } else if (check.getSatisfied() && check.getState() == CheckState.CHECK_STATE_FAILED) {
            line.append(", none of them new");
        }
        return line.toString();
    }

    /** Such as {@code 2/3}: how many checks of an iteration are satisfied. */
    public static String checks(Iteration iteration) {
        List<Check> checks = iteration.getChecksList();
        long satisfied = checks.stream().filter(Check::getSatisfied).count();
        return checks.isEmpty() ? Amounts.UNKNOWN : satisfied + "/" + checks.size();
    }

    static String files(int number) {
        return number == 1 ? "1 file" : number + " files";
    }

    public static String file(FileEvidence file) {
        String state = !file.getExists()
                ? "is missing"
                : file.getEmpty() ? "is empty" : file.getChanged() ? "exists" : "is unchanged";
        return file.getPath() + " " + state;
    }

    /** A note for people is not a finding against the result, and is shown as a note. */
    public static String finding(Finding finding) {
        if (note(finding)) {
            return "note: " + finding.getDetail();
        }
        String where = finding.getPath().isEmpty() ? "" : finding.getPath() + ": ";
        return finding.getKind() + ": " + where + finding.getDetail();
    }

    /** Whether it concerns the surroundings of the workspace, and not the result. */
    public static boolean note(Finding finding) {
        return finding.getKind().equals("changed_meanwhile");
    }

    /** Such as {@code retry: tests failed; calculator.py is missing}. */
    public static String decision(Iteration iteration) {
        if (!iteration.hasDecision()) {
            return Amounts.UNKNOWN;
        }
        String type = Words.of(iteration.getDecision().getType());
        String reasons = String.join("; ", iteration.getDecision().getReasonsList());
        return reasons.isEmpty() ? type : type + ": " + reasons;
    }

    public static String score(Iteration iteration) {
        return iteration.hasScore() ? score(iteration.getScore()) : Amounts.UNKNOWN;
    }

    public static String score(Decision decision) {
        return decision.hasScore() ? score(decision.getScore()) : Amounts.UNKNOWN;
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }

    public static String duration(Session session) {
        return session.hasDurationMs() ? Amounts.millis(session.getDurationMs()) : "running";
    }

    /** Such as {@code no progress for 42s: its workflow task fails: …}. */
    public static String stall(Stall stall, Instant now) {
        Duration quiet = Duration.between(Amounts.instant(stall.getSince()), now);
        return "no progress for %s: %s"
                .formatted(Durations.brief(Duration.ofSeconds(Math.max(0, quiet.toSeconds()))), stall.getProblem());
    }
}
