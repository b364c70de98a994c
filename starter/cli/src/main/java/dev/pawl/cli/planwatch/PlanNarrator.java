package dev.pawl.cli.planwatch;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.PackageAttempt;
import dev.pawl.api.v1.Plan;
import dev.pawl.api.v1.PlanPackage;
import dev.pawl.api.v1.PlanStatus;
import dev.pawl.cli.report.Answers;
import dev.pawl.cli.report.PlanLines;
import dev.pawl.cli.terminal.Style;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reports a plan's progress, one line for each piece of news. */
public final class PlanNarrator {
    private final Style style;
    private final Consumer<PlanPackage> changes;
    private final Map<String, PlanPackage> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private PlanStatus status = PlanStatus.PLAN_STATUS_UNSPECIFIED;

    /** @param changes receives each package that changed */
    public PlanNarrator(Style style, Consumer<PlanPackage> changes) {
        this.style = style;
        this.changes = changes;
    }

    /** What is new in this state of the plan. */
    public List<String> news(Plan plan) {
        List<String> news = new ArrayList<>();
        for (PlanPackage each : plan.getPackagesList()) {
            PlanPackage before = known.put(each.getId(), each);
            if (!each.equals(before)) {
                changes.accept(each);
                news.addAll(news(before == null ? PlanPackage.getDefaultInstance() : before, each));
            }
        }
        if (plan.hasQuestion() && asked.add(plan.getQuestion().getId())) {
            news.add(style.attention("the plan asks: ") + plan.getQuestion().getQuestion());
            Answers.ofPlan(plan.getId()).forEach(command -> news.add("  type: " + command));
        }
        status(plan, news);
        return news;
    }

    private List<String> news(PlanPackage before, PlanPackage now) {
        List<String> news = new ArrayList<>();
        for (int i = 0; i < now.getAttemptsCount(); i++) {
            PackageAttempt attempt = now.getAttempts(i);
            boolean old = i < before.getAttemptsCount();
            if (!old) {
                String again = attempt.getNumber() > 1 ? ", attempt " + attempt.getNumber() : "";
                String agent = attempt.getAgent().isEmpty() ? "a task" : attempt.getAgent();
                news.add("%s: %s works (task %s%s)".formatted(now.getId(), agent, attempt.getTaskId(), again));
            }
            if (attempt.hasEjection() && !(old && before.getAttempts(i).hasEjection())) {
                news.add("%s: %s"
                        .formatted(
                                now.getId(),
                                style.attention("not merged, " + PlanLines.ejection(attempt.getEjection()))));
            }
        }
        if (now.getState() != before.getState()) {
            state(now, news);
        }
        if (now.getPaused() != before.getPaused()) {
            news.add(now.getId() + (now.getPaused() ? ": paused" : ": continues"));
        }
        return news;
    }

    private void state(PlanPackage now, List<String> news) {
        String why = PlanLines.why(now);
        String reason = why.isEmpty() ? "" : ": " + why;
        switch (now.getState()) {
            case PACKAGE_STATE_ACCEPTED -> news.add(now.getId() + ": accepted, is to be merged");
            case PACKAGE_STATE_INTEGRATED ->
                news.add("%s: %s as %s after %s"
                        .formatted(now.getId(), style.good("integrated"), why, PlanLines.time(now, Instant.now())));
            case PACKAGE_STATE_FAILED, PACKAGE_STATE_REJECTED, PACKAGE_STATE_BLOCKED ->
                news.add("%s: %s%s".formatted(now.getId(), style.bad(Words.of(now.getState())), reason));
            case PACKAGE_STATE_CANCELLED, PACKAGE_STATE_DROPPED ->
                news.add("%s: %s%s".formatted(now.getId(), style.attention(Words.of(now.getState())), reason));
            case PACKAGE_STATE_UNSPECIFIED, PACKAGE_STATE_WAITING, PACKAGE_STATE_RUNNING, UNRECOGNIZED -> {}
        }
    }

    private void status(Plan plan, List<String> news) {
        if (plan.getStatus() == status) {
            return;
        }
        if (plan.getStatus() == PlanStatus.PLAN_STATUS_PAUSED) {
            news.add("paused; continue with: pawl plan resume " + plan.getId());
        } else if (status == PlanStatus.PLAN_STATUS_PAUSED && plan.getStatus() == PlanStatus.PLAN_STATUS_RUNNING) {
            news.add("continues");
        }
        status = plan.getStatus();
    }
}
