package dev.pawl.cli.watch;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.Check;
import dev.pawl.api.v1.Iteration;
import dev.pawl.api.v1.Progress;
import dev.pawl.api.v1.Question;
import dev.pawl.api.v1.Session;
import dev.pawl.api.v1.SessionStatus;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.Answers;
import dev.pawl.cli.report.Costs;
import dev.pawl.cli.report.Lines;
import dev.pawl.cli.terminal.Style;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Reports a task's progress, one line for each piece of news. */
public final class Narrator {
    private final Style style;
    private final Predicate<Question> forPeople;
    private final Set<String> said = new HashSet<>();
    private final List<String> news = new ArrayList<>();
    private TaskStatus status = TaskStatus.TASK_STATUS_UNSPECIFIED;
    private String stalledBy = "";

    public Narrator(Style style) {
        this(style, question -> true);
    }

    /** @param forPeople the questions to report */
    public Narrator(Style style, Predicate<Question> forPeople) {
        this.style = style;
        this.forPeople = forPeople;
    }

    /** What is new in this state of the task. */
    public List<String> news(Task task) {
        news.clear();
        task.getNotesList().forEach(note -> once("note " + note, "note: " + note));
        task.getBaselineList().forEach(this::baseline);
        if (task.getIterationsCount() == 0) {
            task.getSessionsList().forEach(this::opened);
        }
        detail(task);
        task.getIterationsList().forEach(iteration -> iteration(task, iteration));
        question(task);
        status(task);
        return List.copyOf(news);
    }

    /** Why the task makes no progress, once for each problem, and that it continues again. */
    public List<String> news(Progress progress) {
        String problem = progress.hasStall() ? progress.getStall().getProblem() : "";
        if (problem.equals(stalledBy)) {
            return List.of();
        }
        stalledBy = problem;
        return problem.isEmpty()
                ? List.of("continues")
                : List.of(
                        style.attention(Lines.stall(progress.getStall(), Instant.now())),
                        "  next step: " + progress.getStall().getAdvice());
    }

    /** Nothing is new before the first iteration. */
    private void baseline(Check check) {
        String found = Lines.check(
                check.toBuilder().clearNewFailures().setSatisfied(false).build());
        once("baseline " + check.getName(), "before: " + check.getName() + " " + found);
    }

    private void iteration(Task task, Iteration iteration) {
        List<Session> sessions = task.getSessionsList().stream()
                .filter(session -> session.getIteration() == iteration.getNumber())
                .toList();
        sessions.forEach(this::opened);
        sessions.forEach(this::closed);
        String prefix = "iteration " + iteration.getNumber() + ": ";
        iteration.getChecksList().forEach(check -> {
            String line = check.getName() + " " + Lines.check(check);
            once(prefix + line, prefix + (check.getSatisfied() ? style.good(line) : style.bad(line)));
        });
        iteration.getFilesList().stream()
                .filter(file -> !file.getExists() || file.getEmpty())
                .forEach(file -> once(prefix + Lines.file(file), prefix + style.bad(Lines.file(file))));
        iteration
                .getFindingsList()
                .forEach(finding -> once(prefix + Lines.finding(finding), prefix + Lines.finding(finding)));
        if (iteration.hasScore()) {
            once(prefix + "score", prefix + "score " + Lines.score(iteration));
        }
        if (iteration.hasDecision()) {
            once(prefix + Lines.decision(iteration), prefix + style.strong(Lines.decision(iteration)));
        }
    }

    private void opened(Session session) {
        String attempt = session.getAttempt() > 1 ? ", attempt " + session.getAttempt() : "";
        once(
                "opened " + session.getId(),
                "iteration %d: %s works (session %s%s)"
                        .formatted(
                                session.getIteration(), session.getAgent(), Lines.shortId(session.getId()), attempt));
    }

    private void closed(Session session) {
        if (session.getStatus() == SessionStatus.SESSION_STATUS_OPEN) {
            return;
        }
        boolean completed = session.getStatus() == SessionStatus.SESSION_STATUS_COMPLETED;
        String why = completed || session.getReason().isEmpty() ? "" : ": " + session.getReason();
        String cost = session.getUsage().hasCostUsd() ? Costs.of(session) : unknownCost(session);
        once(
                "closed " + session.getId(),
                "iteration %d: session %s %s after %s, %s tokens, %s%s"
                        .formatted(
                                session.getIteration(),
                                Lines.shortId(session.getId()),
                                Words.of(session.getStatus()),
                                Lines.duration(session),
                                Amounts.tokens(Amounts.tokens(session.getUsage())),
                                cost,
                                why));
    }

    private static String unknownCost(Session session) {
        return session.getCostNote().isEmpty() ? "cost unknown" : "cost unknown (" + session.getCostNote() + ")";
    }

    private void question(Task task) {
        boolean asks = task.hasQuestion() && forPeople.test(task.getQuestion());
        if (!asks || !said.add("question " + task.getQuestion().getId())) {
            return;
        }
        news.add(style.attention("the task asks: ") + task.getQuestion().getQuestion());
        task.getQuestion().getReasonsList().forEach(reason -> news.add("  " + reason));
        Answers.ofTask(task.getId(), task.getQuestion()).forEach(command -> news.add("  type: " + command));
    }

    /** Only what a person did or has to know; other changes of status are shown elsewhere. */
    private void status(Task task) {
        if (task.getStatus() == status) {
            return;
        }
        boolean wasStopped = status == TaskStatus.TASK_STATUS_PAUSED || status == TaskStatus.TASK_STATUS_PARKED;
        status = task.getStatus();
        switch (status) {
            case TASK_STATUS_PAUSED -> news.add("paused; continue with: pawl resume " + task.getId());
            case TASK_STATUS_PARKED -> news.add("parked " + task.getDetail());
            case TASK_STATUS_RUNNING -> {
                if (wasStopped) {
                    news.add("continues");
                }
            }
            default -> {}
        }
    }

    /** Such as what is being prepared, or with several agents, which one took over and why. */
    private void detail(Task task) {
        if (task.getStatus() == TaskStatus.TASK_STATUS_RUNNING
                && !task.getDetail().isEmpty()) {
            String when = task.getIteration() == 0 ? task.getPhase() : "iteration " + task.getIteration();
            once(task.getDetail(), when + ": " + task.getDetail());
        }
    }

    private void once(String key, String line) {
        if (said.add(key)) {
            news.add(line);
        }
    }
}
