package dev.pawl.db.plan;

import dev.pawl.db.column.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes plans. Every write is idempotent. Once a plan is finished, no write changes it; the first outcome stays.
 * Reads: {@link PlanReads}.
 */
public final class Plans {
    private static final String REGISTER = """
            insert into plan (id, run_id, engine, title, workspace_source, host_id, request, labels)
            values (:id, :runId, :engine, :title, :source, :hostId, cast(:request as json), :labels)
            on conflict (id) do nothing
            """;

    private static final String ADD = """
            insert into plan_package (plan_id, id, position, request)
            values (:planId, :id,
                    (select count(*) from plan_package where plan_id = :planId), cast(:request as json))
            on conflict (plan_id, id) do update set request = excluded.request
            """;

    private static final String PACKAGE = """
            update plan_package set state = :state, reason = :reason, paused = :paused, ready_at = :readyAt,
                   accepted_at = :acceptedAt, integrated_at = :integratedAt, finished_at = :finishedAt,
                   integration_commit = :commit
            where plan_id = :planId and id = :id
            """;

    private static final String ATTEMPT = """
            insert into plan_attempt (plan_id, package_id, number, task_id, started_at, ended_at, outcome, reason,
                                      ejection)
            values (:planId, :packageId, :number, :taskId, :startedAt, :endedAt, :outcome, :reason,
                    cast(:ejection as json))
            on conflict (plan_id, package_id, number) do update
                set ended_at = excluded.ended_at, outcome = excluded.outcome, reason = excluded.reason,
                    ejection = excluded.ejection
            """;

    private static final String PROGRESS = """
            update plan set status = :status, reason = :reason, question = cast(:question as json),
                   base_commit = coalesce(:base, base_commit), head_commit = coalesce(:head, head_commit),
                   directory = coalesce(:directory, directory),
                   version = version + 1, updated_at = clock_timestamp()
            where id = :id and finished_at is null
            """;

    private static final String FINISH = """
            update plan set status = :status, cause = :cause, reason = :reason, question = null,
                   head_commit = coalesce(:head, head_commit), delivery = :delivery, delivery_detail = :detail,
                   version = version + 1, updated_at = clock_timestamp(), finished_at = clock_timestamp()
            where id = :id and finished_at is null
            """;

    private static final String CLOSE_PACKAGES = """
            update plan_package set state = 'cancelled', reason = :reason, finished_at = clock_timestamp()
            where plan_id = :id and state in ('waiting', 'running', 'accepted')
            """;

    private static final String CLOSE_ATTEMPTS = """
            update plan_attempt set ended_at = clock_timestamp(), outcome = 'cancelled', reason = :reason
            where plan_id = :id and ended_at is null
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public Plans(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** @return the plan's host: the one registered first */
    public String register(NewPlan plan, List<NewPackage> packages) {
        transactions.executeWithoutResult(status -> {
            int inserted = jdbc.sql(REGISTER)
                    .param("id", plan.id())
                    .param("runId", plan.runId())
                    .param("engine", plan.engine())
                    .param("title", Columns.storable(plan.title()))
                    .param("source", Columns.text(plan.workspaceSource()))
                    .param("hostId", plan.hostId())
                    .param("request", plan.request())
                    .param("labels", Columns.texts(plan.labels()))
                    .update();
            if (inserted > 0) {
                packages.forEach(each -> add(plan.id(), each));
            }
        });
        return jdbc.sql("select host_id from plan where id = :id")
                .param("id", plan.id())
                .query(String.class)
                .single();
    }

    /** Stores the progress of a plan and those of its packages and attempts that changed; nothing if it has ended. */
    public void progress(
            PlanProgress plan, List<NewPackage> revised, List<PackageRow> packages, List<AttemptRow> attempts) {
        transactions.executeWithoutResult(status -> {
            int open = jdbc.sql(PROGRESS)
                    .param("id", plan.id())
                    .param("status", plan.status())
                    .param("reason", Columns.storable(plan.reason()))
                    .param("question", Columns.text(plan.question()))
                    .param("base", plan.baseCommit())
                    .param("head", plan.headCommit())
                    .param("directory", Columns.text(plan.directory()))
                    .update();
            if (open > 0) {
                revised.forEach(each -> add(plan.id(), each));
                write(plan.id(), packages, attempts);
            }
        });
    }

    /** Stores how a plan ended, unless it has ended before. */
    public void finish(PlanResult plan, List<PackageRow> packages, List<AttemptRow> attempts) {
        transactions.executeWithoutResult(status -> {
            if (ended(plan)) {
                write(plan.id(), packages, attempts);
            }
        });
    }

    /** Stores how a plan ended that its workflow left open: what had not ended was cancelled. */
    public void close(PlanResult plan) {
        transactions.executeWithoutResult(status -> {
            if (ended(plan)) {
                for (String sql : List.of(CLOSE_PACKAGES, CLOSE_ATTEMPTS)) {
                    jdbc.sql(sql)
                            .param("id", plan.id())
                            .param("reason", Columns.storable("the plan ended: " + plan.reason()))
                            .update();
                }
            }
        });
    }

    /** @return false if it had ended before */
    private boolean ended(PlanResult plan) {
        return jdbc.sql(FINISH)
                        .param("id", plan.id())
                        .param("status", plan.status())
                        .param("cause", plan.cause())
                        .param("reason", Columns.storable(plan.reason()))
                        .param("head", plan.headCommit())
                        .param("delivery", plan.delivery())
                        .param("detail", Columns.storable(plan.deliveryDetail()))
                        .update()
                > 0;
    }

    private void add(String planId, NewPackage added) {
        jdbc.sql(ADD)
                .param("planId", planId)
                .param("id", added.id())
                .param("request", added.request())
                .update();
    }

    private void write(String planId, List<PackageRow> packages, List<AttemptRow> attempts) {
        for (PackageRow each : packages) {
            jdbc.sql(PACKAGE)
                    .param("planId", planId)
                    .param("id", each.id())
                    .param("state", each.state())
                    .param("reason", Columns.storable(each.reason()))
                    .param("paused", each.paused())
                    .param("readyAt", Columns.time(each.readyAt()))
                    .param("acceptedAt", Columns.time(each.acceptedAt()))
                    .param("integratedAt", Columns.time(each.integratedAt()))
                    .param("finishedAt", Columns.time(each.finishedAt()))
                    .param("commit", each.integrationCommit())
                    .update();
        }
        for (AttemptRow each : attempts) {
            jdbc.sql(ATTEMPT)
                    .param("planId", planId)
                    .param("packageId", each.packageId())
                    .param("number", each.number())
                    .param("taskId", each.taskId())
                    .param("startedAt", Columns.time(each.startedAt()))
                    .param("endedAt", Columns.time(each.endedAt()))
                    .param("outcome", each.outcome())
                    .param("reason", Columns.storable(each.reason()))
                    .param("ejection", Columns.text(each.ejection()))
                    .update();
        }
    }
}
