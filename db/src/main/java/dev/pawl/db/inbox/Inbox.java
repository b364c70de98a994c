package dev.pawl.db.inbox;

import dev.pawl.db.column.Columns;
import dev.pawl.db.task.PageToken;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open questions across tasks and plans. Pages by the position of the last row, so that new questions shift nothing. */
public final class Inbox {
    private static final int MAX_LIMIT = 1000;

    private static final String OPEN = """
            with waiting as (
                (select question.id, question.task_id, null::text plan_id, null::text package_id, task.title,
                        question.kind, question.question, question.reasons, question.choices, question.asked_at,
                        question.deadline, question.reminders, question.escalated_to
                from question join task on task.id = question.task_id
                where question.closed_at is null and task.finished_at is null
                    and (question.asked_at, question.id) > (:afterTime, :afterId)
                order by question.asked_at, question.id limit :limit)
                union all
                (select question ->> 'id', null, id, question ->> 'packageId', title,
                        'plan', question ->> 'question', '{}'::text[], '{}'::text[],
                        (question ->> 'askedAt')::timestamptz, (question ->> 'deadline')::timestamptz, 0, null
                from plan
                where question is not null and finished_at is null
                    and ((question ->> 'askedAt')::timestamptz, question ->> 'id') > (:afterTime, :afterId)
                order by 10, 1 limit :limit)
            )
            select page.*, spent.cost_usd, spent.unpriced
            from (select * from waiting order by asked_at, id limit :limit) page
            cross join lateral (
                select array(
                    select page.task_id where page.task_id is not null
                    union all
                    select task_id from plan_attempt where plan_id = page.plan_id) ids
            ) mine
            cross join lateral (
                select sum(cost_usd) cost_usd, coalesce(sum(unpriced), 0)::bigint unpriced
                from (
                    select cost_usd, unpriced from session_total where task_id = any(mine.ids)
                    union all
                    select cost_usd, case when cost_usd is null and pid is not null then 1 else 0 end
                    from session where task_id = any(mine.ids) and status = 'open'
                    union all
                    select cost_usd, case when cost_usd is null then 1 else 0 end
                    from judge_call where task_id = any(mine.ids)
                ) parts
            ) spent
            order by page.asked_at, page.id
            """;

    private final JdbcClient jdbc;
    private final RowMapper<? extends OpenQuestionRow> rows;

    /** @param rows maps rows to records */
    public Inbox(JdbcClient jdbc, JdbcAggregateOperations rows) {
        this.jdbc = jdbc;
        this.rows = rows.getRowMapper(OpenQuestionRow.class);
    }

    /**
     * The questions that have waited longest come first.
     *
     * @param limit 1 to 1000
     * @param pageToken of the previous page; absent for the first one
     * @throws IllegalArgumentException if the token is not one
     */
    public InboxPage list(int limit, @Nullable String pageToken) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is %d, allowed: 1 to %d".formatted(limit, MAX_LIMIT));
        }
        PageToken after = pageToken == null ? new PageToken(Instant.EPOCH, "") : PageToken.parse(pageToken);
        List<OpenQuestionRow> questions = List.copyOf(jdbc.sql(OPEN)
                .param("afterTime", Columns.time(after.createdAt()))
                .param("afterId", after.id())
                .param("limit", limit + 1)
                .query(rows)
                .list());
        if (questions.size() <= limit) {
            return new InboxPage(questions, null);
        }
        OpenQuestionRow last = questions.get(limit - 1);
        return new InboxPage(questions.subList(0, limit), new PageToken(last.askedAt(), last.id()).text());
    }
}
