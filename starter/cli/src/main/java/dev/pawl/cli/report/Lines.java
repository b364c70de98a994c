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
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.terminal.Style;
import dev.pawl.cli.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formatting shared by several reports. */
public final class Lines {
    private static final int SHORT = 8;

    /** A question with fixed answers lists them: {@code Answer 'wait' or 'end'}. */
    private static final Pattern CHOICES = Pattern.compile("(?<=\\. Answer )'[a-z ]+'(?: or '[a-z ]+')+");

    private static final Pattern WORD = Pattern.compile("'([a-z ]+)'(?: or |$)");

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

    private static String choice(String id, String word) {
        String effect = switch (word) {
            case "wait" -> "    keeps waiting for the host";
            case "begin again" -> "    begins again on another host, from the base";
            case "end" -> "    ends with the last result";
            case "allow" -> "    continues; the agent may make this change";
            case "deliver" -> "    delivers the result";
            case "keep" -> "    ends the task as accepted, without delivery";
            case "refuse" -> "    continues; the agent has to undo it";
            default -> "";
        };
        return "pawl answer %s \"%s\"%s".formatted(id, word, effect);
    }

    /** The commands that answer the question of a task, and what each does. */
    public static List<String> howToAnswer(Task task) {
        String id = task.getId();
        String answer = "pawl answer %s \"what to do\"    continues with your answer".formatted(id);
        String stop = "pawl stop %s    ends with the last result".formatted(id);
        if (task.getQuestion().getKind().equals("clarify")) {
            return List.of(answer, stop);
        }
        if (task.getQuestion().getKind().equals("delivery")) {
            return List.of(
                    "pawl answer %s \"again\"    tries the delivery again".formatted(id),
                    "pawl approve %s    ends the task as accepted, without delivery".formatted(id));
        }
        if (task.getQuestion().getKind().equals("dispute")) {
            return List.of(
                    "pawl answer %s \"the check is right\"    the agent continues and has to pass it".formatted(id),
                    "pawl answer %s \"skip this check for this task\"    it no longer counts; the proof is weaker"
                            .formatted(id),
                    "pawl answer %s \"I have changed the check\"    its files are taken from your directory"
                            .formatted(id),
                    "pawl approve %s    accepts the result on your word".formatted(id),
                    "pawl reject %s    ends the task as rejected".formatted(id));
        }
        Matcher choices = CHOICES.matcher(task.getQuestion().getQuestion());
        if (choices.find()) {
            return WORD.matcher(choices.group())
                    .results()
                    .map(word -> choice(id, word.group(1)))
                    .toList();
        }
        // Such a question says itself that an answer is not enough.
        boolean more = task.getQuestion().getQuestion().contains("pawl extend TASK");
        return List.of(
                "pawl diff %s    shows the result".formatted(id),
                "pawl approve %s    accepts it on your word".formatted(id),
                "pawl reject %s    ends the task as rejected".formatted(id),
                more ? "pawl extend %s --cost 1.00    continues with the grant (or --tokens)".formatted(id) : answer);
    }
}
