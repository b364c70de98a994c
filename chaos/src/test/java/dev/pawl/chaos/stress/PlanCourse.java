package dev.pawl.chaos.stress;

import dev.pawl.chaos.audit.PlanAudit;
import dev.pawl.chaos.stack.PartsSite;
import dev.pawl.chaos.work.ChaosPlan;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A plan from its start to its end, while workers are killed by a seed. */
final class PlanCourse {
    private static final Duration READY = Duration.ofMinutes(2);

    private final PartsSite site;
    private final ChaosPlan plan;
    private final Kills kills;
    private Duration took = Duration.ZERO;

    private PlanCourse(PartsSite site, int packages, Kills kills) {
        this.site = site;
        this.plan = new ChaosPlan(site, packages);
        this.kills = kills;
    }

    static PlanCourse undisturbed(PartsSite site, int packages, Duration bound) {
        return run(site, packages, new Kills(site, 0, new Random(0)), bound);
    }

    static PlanCourse withKills(PartsSite site, int packages, int most, long seed, Duration bound) {
        return run(site, packages, new Kills(site, most, new Random(seed)), bound);
    }

    private static PlanCourse run(PartsSite site, int packages, Kills kills, Duration bound) {
        PlanCourse course = new PlanCourse(site, packages, kills);
        course.run(bound);
        return course;
    }

    private void run(Duration bound) {
        site.awaitReady(READY);
        Instant began = Instant.now();
        plan.start();
        while (!Thread.currentThread().isInterrupted() && !ended()) {
            took = Duration.between(began, Instant.now());
            if (took.compareTo(bound) > 0) {
                throw new AssertionError(
                        "plan %s has not ended after %s: %s".formatted(plan.id(), bound, plan.packages()));
            }
            if (!plan.ledger().agentStarts().isEmpty()) {
                kills.nextIfDue();
            }
            Kills.pause();
        }
        took = Duration.between(began, Instant.now());
    }

    private boolean ended() {
        return plan.finished()
                && site.engine().newUntypedWorkflowStub(plan.id()).describe().getStatus()
                        != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }

    List<String> wrong() {
        return PlanAudit.of(site, plan);
    }

    String tree() {
        return PlanAudit.tree(plan);
    }

    String figures() {
        return "%d packages in %.1f s, worker killed %d times, %d starts of agents"
                .formatted(
                        plan.names().size(),
                        took.toMillis() / 1000.0,
                        kills.count(),
                        plan.ledger().agentStarts().size());
    }
}
