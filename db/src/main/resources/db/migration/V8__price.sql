-- What of a cost was computed from a table of prices, because the agent told none, and what has no known cost at all.

alter table session
    add column estimated_usd usd,
    -- Why the cost is unknown; empty where it is known.
    add column cost_note text not null default '',
    add constraint session_estimate_is_of_its_cost check (
        estimated_usd is null or (cost_usd is not null and estimated_usd <= cost_usd));

alter table session_total
    add column estimated_usd usd,
    -- Sessions in which an agent ran at a cost that nobody knows: the sum of costs is only the least it can be.
    add column unpriced bigint not null default 0,
    add constraint session_total_estimate_is_of_its_cost check (
        estimated_usd is null or (cost_usd is not null and estimated_usd <= cost_usd)),
    add constraint session_total_unpriced_are_sessions check (unpriced between 0 and sessions);

update session_total set unpriced = (
    select count(*) from session
    where session.task_id = session_total.task_id and session.status = session_total.status
      and session.cost_usd is null and session.pid is not null);

alter table judge_call
    add column estimated_usd usd,
    add constraint judge_call_estimate_is_of_its_cost check (
        estimated_usd is null or (cost_usd is not null and estimated_usd <= cost_usd));
