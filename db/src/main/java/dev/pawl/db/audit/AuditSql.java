package dev.pawl.db.audit;

import dev.pawl.db.budget.Settlement;

/** Queries over all rows. An age leaves out what may be in progress. */
final class AuditSql {
    static final String COUNTS = """
            select (select count(*) from task) as tasks,
                   (select count(*) from task where finished_at is null) as open_tasks,
                   (select count(*) from session) as sessions,
                   (select count(*) from session where status = 'open') as open_sessions,
                   (select count(*) from decision) as decisions,
                   (select count(*) from question where closed_at is null) as open_questions,
                   (select count(*) from event) as events,
                   (select count(*) from workspace_lock) as locks
            """;

    static final String WRONG_TOTALS = """
            with sums as (
                select task_id, status, count(*) as sessions, sum(input_tokens) as input_tokens,
                       sum(output_tokens) as output_tokens, sum(cache_read_tokens) as cache_read_tokens,
                       sum(cache_write_tokens) as cache_write_tokens, sum(cost_usd) as cost_usd, sum(turns) as turns,
                       sum(duration_millis) as duration_millis, sum(estimated_usd) as estimated_usd,
                       count(*) filter (where cost_usd is null and pid is not null) as unpriced
                from session where status <> 'open' group by task_id, status)
            select distinct coalesce(sums.task_id, total.task_id) as task_id
            from sums full join session_total total
              on total.task_id = sums.task_id and total.status = sums.status
            where (sums.sessions, sums.input_tokens, sums.output_tokens, sums.cache_read_tokens,
                   sums.cache_write_tokens, sums.cost_usd, sums.turns, sums.duration_millis, sums.estimated_usd,
                   sums.unpriced)
                is distinct from
                  (total.sessions, total.input_tokens, total.output_tokens, total.cache_read_tokens,
                   total.cache_write_tokens, total.cost_usd, total.turns, total.duration_millis,
                   total.estimated_usd, total.unpriced)
            order by 1
            """;

    // A session that ends now waits, and is then added to the new totals.
    static final String LOCK_TOTALS = "lock table session_total in share row exclusive mode";

    static final String FORGET_TOTALS = "delete from session_total where task_id = :taskId";

    static final String SUM_UP = """
            insert into session_total (task_id, status, sessions, input_tokens, output_tokens, cache_read_tokens,
                                       cache_write_tokens, cost_usd, turns, duration_millis,
                                       estimated_usd, unpriced)
            select task_id, status, count(*), sum(input_tokens), sum(output_tokens), sum(cache_read_tokens),
                   sum(cache_write_tokens), sum(cost_usd), sum(turns), sum(duration_millis),
                   sum(estimated_usd), count(*) filter (where cost_usd is null and pid is not null)
            from session where task_id = :taskId and status <> 'open' group by task_id, status
            """;

    static final String UNSETTLED = """
            select session.id from account_reservation reservation join session on session.id = reservation.session_id
            where reservation.settled_at is null and session.status <> 'open'
            order by 1
            """;

    static final String SETTLE =
            "with ended as (select * from session where id = :session and status <> 'open') " + Settlement.OF_ENDED;

    static final String EVENT_NUMBERS = """
            select task.id as task_id, task.event_seq as counter, coalesce(seen.events, 0) as events,
                   coalesce(seen.last, 0) as last
            from task left join (
                select task_id, count(*) as events, max(seq) as last from event group by task_id) seen
              on seen.task_id = task.id
            where task.event_seq <> coalesce(seen.events, 0) or task.event_seq <> coalesce(seen.last, 0)
            order by task.id
            """;

    static final String COUNT_ON = """
            update task set event_seq = greatest(event_seq, (select max(seq) from event where task_id = :taskId))
            where id = :taskId
            """;

    static final String UNTOLD_TASKS = """
            select id from task
            where finished_at < clock_timestamp() - make_interval(secs => :seconds)
              and not exists (select 1 from event where task_id = task.id and type = 'task_finished')
            order by id
            """;

    // There are no events after the end of a task.
    static final String UNTOLD_SESSIONS = """
            select id from session
            where ended_at < clock_timestamp() - make_interval(secs => :seconds)
              and not exists (
                select 1 from event
                where event.task_id = session.task_id
                  and (type = 'task_finished'
                       or type = 'session_closed' and payload ->> 'session_id' = session.id::text))
            order by id
            """;

    static final String UNNOTED_DECISIONS = """
            select decision.task_id, decision.iteration, decision.type
            from (
                select distinct on (task_id, iteration) * from decision where decided_by = 'policy'
                order by task_id, iteration, number desc) decision
              join iteration on iteration.task_id = decision.task_id and iteration.number = decision.iteration
            where iteration.decision is distinct from decision.type
              and decision.created_at < clock_timestamp() - make_interval(secs => :seconds)
            order by 1, 2
            """;

    static final String QUESTIONS_OF_ENDED = """
            select question.id, question.task_id from question join task on task.id = question.task_id
            where question.closed_at is null
              and task.finished_at < clock_timestamp() - make_interval(secs => :seconds)
            order by question.id
            """;

    static final String LOCKS_OF_ENDED = """
            select workspace_lock.task_id, workspace_lock.key
            from workspace_lock join task on task.id = workspace_lock.task_id
            where task.finished_at is not null
            order by 2
            """;

    static final String ENDED_RUNS = """
            select run_tag from session
            where run_tag = any(:tags) and ended_at < clock_timestamp() - make_interval(secs => :seconds)
            """;

    static final String IN_USE = """
            select id from task
            where finished_at is null or finished_at > clock_timestamp() - make_interval(secs => :seconds)
            """;

    static final String PLANS_IN_USE = """
            select id from plan
            where finished_at is null or finished_at > clock_timestamp() - make_interval(secs => :seconds)
            """;

    static final String ENDED_PLAN = "select exists (select from plan where id = :id and finished_at is not null)";

    private AuditSql() {}
}
