-- Tasks and their agent runs. Times are instants; costs are US dollars; an absent cost is unknown, not zero.

create domain sha256 as text check (value ~ '^[0-9a-f]{64}$');

create domain usd as numeric check (value >= 0 and value < 1e12);

create table task (
    -- Also a directory name, hence the narrow alphabet.
    id text primary key check (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$'),
    run_id text not null,
    -- The engine that has its workflow: the id of the engine's namespace, which is unique. Empty if the engine has
    -- none.
    engine text not null,
    title text not null,
    status text not null default 'submitted' check (status in (
        'submitted', 'running', 'waiting', 'paused', 'parked',
        'accepted', 'partial', 'rejected', 'failed', 'cancelled')),
    phase text not null default '',
    detail text not null default '',
    iteration integer not null default 0 check (iteration >= 0),
    agent text not null,
    model text,
    workspace_source text,
    workspace_mode text not null check (workspace_mode in ('isolated', 'in_place')),
    host_id text,
    -- Stored unchanged: the request is evidence too.
    request json not null,
    prompt_ref sha256,
    base_snapshot text,
    snapshot text,
    diff_files integer not null default 0 check (diff_files >= 0),
    diff_added integer not null default 0 check (diff_added >= 0),
    diff_removed integer not null default 0 check (diff_removed >= 0),
    patch_ref sha256,
    cause text not null default 'none' check (cause in (
        'none', 'needs_person', 'limit', 'budget', 'quota', 'provider', 'agent', 'configuration', 'internal',
        'delivery')),
    reason text not null default '',
    -- State of the delivery of an accepted result, and one line on it.
    delivery text not null default 'none' check (delivery in ('none', 'delivered', 'failed')),
    delivery_detail text not null default '',
    labels text[] not null default '{}',
    notes text[] not null default '{}',
    -- Number of the newest session; writes of older ones are refused.
    fence bigint not null default 0 check (fence >= 0),
    -- Number of the newest event.
    event_seq bigint not null default 0 check (event_seq >= 0),
    -- Number of the newest change of an action.
    action_seq bigint not null default 0 check (action_seq >= 0),
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    constraint task_finished_means_final check (
        (finished_at is not null) = (status in ('accepted', 'partial', 'rejected', 'failed', 'cancelled')))
) with (fillfactor = 70);

create index task_newest on task (created_at desc, id desc);
create index task_newest_by_status on task (status, created_at desc, id desc);
create index task_labels on task using gin (labels);
create index task_finished on task (finished_at) where finished_at is not null;
create index task_open_on_host on task (host_id) where finished_at is null;

-- Notifies watchers of changed tasks, so that they need not poll.
create function notify_of_task() returns trigger language plpgsql as $$
begin
    perform pg_notify('pawl_task', new.id);
    return null;
end
$$;

create trigger task_changed
    after insert or update of status, phase, detail, iteration, event_seq, action_seq on task
    for each row execute function notify_of_task();

create table iteration (
    task_id text not null references task on delete cascade,
    number integer not null check (number >= 1),
    prompt_ref sha256 not null,
    feedback_ref sha256,
    snapshot text,
    tree text,
    diff_files integer not null default 0 check (diff_files >= 0),
    diff_added integer not null default 0 check (diff_added >= 0),
    diff_removed integer not null default 0 check (diff_removed >= 0),
    patch_ref sha256,
    evidence json,
    score double precision check (score between 0 and 1),
    decision text check (decision in ('accept', 'retry', 'clarify', 'escalate', 'park', 'fallback', 'abort')),
    started_at timestamptz not null default clock_timestamp(),
    assessed_at timestamptz,
    decided_at timestamptz,
    primary key (task_id, number)
);

create table session (
    id uuid primary key,
    task_id text not null references task on delete cascade,
    iteration integer not null check (iteration >= 1),
    attempt integer not null check (attempt >= 1),
    agent text not null,
    model text,
    -- The agent's own id, if it does not take ours.
    agent_session_id text,
    fence bigint not null check (fence >= 1),
    status text not null default 'open' check (status in (
        'open', 'completed', 'failed', 'timed_out', 'cancelled', 'abandoned')),
    reason text not null default '',
    host_id text not null,
    pid bigint check (pid > 0),
    process_started_at timestamptz,
    run_tag text not null,
    exit_code integer,
    input_tokens bigint not null default 0 check (input_tokens >= 0),
    output_tokens bigint not null default 0 check (output_tokens >= 0),
    cache_read_tokens bigint not null default 0 check (cache_read_tokens >= 0),
    cache_write_tokens bigint not null default 0 check (cache_write_tokens >= 0),
    cost_usd usd,
    -- The part of the cost that was computed from a table of prices, because the agent reported none.
    estimated_usd usd,
    -- Why the cost is unknown; empty if it is known.
    cost_note text not null default '',
    turns integer not null default 0 check (turns >= 0),
    transcript_ref sha256,
    started_at timestamptz not null default clock_timestamp(),
    -- Last sign of life, which bounds the duration of a session whose worker died.
    seen_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz,
    duration_millis bigint check (duration_millis >= 0),
    constraint session_ended_means_not_open check (
        (ended_at is null) = (status = 'open') and (duration_millis is null) = (status = 'open')),
    constraint session_ends_after_its_start check (ended_at >= started_at),
    constraint session_estimate_is_of_its_cost check (
        estimated_usd is null or (cost_usd is not null and estimated_usd <= cost_usd))
) with (fillfactor = 70);

create unique index session_one_open_per_task on session (task_id) where status = 'open';
create unique index session_fence_of_task on session (task_id, fence);
create index session_open_on_host on session (host_id) where status = 'open';

-- Sums over the ended sessions of a task, written by the statement that ends them. An ended session never changes, so
-- the sums stay exact, and totals cost the same at any number of sessions.
create table session_total (
    task_id text not null references task on delete cascade,
    status text not null check (status in ('completed', 'failed', 'timed_out', 'cancelled', 'abandoned')),
    sessions bigint not null check (sessions >= 1),
    input_tokens bigint not null check (input_tokens >= 0),
    output_tokens bigint not null check (output_tokens >= 0),
    cache_read_tokens bigint not null check (cache_read_tokens >= 0),
    cache_write_tokens bigint not null check (cache_write_tokens >= 0),
    cost_usd usd,
    estimated_usd usd,
    -- Sessions with an unknown cost: the sum of costs is a lower bound.
    unpriced bigint not null default 0,
    turns bigint not null check (turns >= 0),
    duration_millis bigint not null check (duration_millis >= 0),
    primary key (task_id, status),
    constraint session_total_estimate_is_of_its_cost check (
        estimated_usd is null or (cost_usd is not null and estimated_usd <= cost_usd)),
    constraint session_total_unpriced_are_sessions check (unpriced between 0 and sessions)
) with (fillfactor = 70);

create table interaction (
    session_id uuid not null references session on delete cascade,
    kind text not null check (kind in ('prompt', 'reply')),
    task_id text not null references task on delete cascade,
    iteration integer not null check (iteration >= 1),
    content_ref sha256 not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (session_id, kind)
);

create index interaction_of_task on interaction (task_id, iteration);

-- Evidence of an iteration, the decisions on it, and questions to people.

create table check_result (
    task_id text not null references task on delete cascade,
    -- 0 is the baseline, before any agent ran.
    iteration integer not null check (iteration >= 0),
    name text not null,
    position integer not null check (position >= 0),
    state text not null check (state in ('passed', 'flaky', 'failed', 'timed_out', 'not_started')),
    exit_code integer,
    satisfied boolean not null,
    tests integer not null check (tests >= 0),
    failures text[] not null,
    new_failures text[] not null,
    excerpt text not null,
    output_ref sha256,
    duration_millis bigint not null check (duration_millis >= 0),
    primary key (task_id, iteration, name)
);

create table judgement (
    task_id text not null references task on delete cascade,
    iteration integer not null check (iteration >= 1),
    judge text not null,
    -- Absent if the judge gave no readable verdict.
    score double precision check (score between 0 and 1),
    issues text[] not null,
    question text,
    input_tokens bigint not null check (input_tokens >= 0),
    output_tokens bigint not null check (output_tokens >= 0),
    cache_read_tokens bigint not null check (cache_read_tokens >= 0),
    cache_write_tokens bigint not null check (cache_write_tokens >= 0),
    cost_usd usd,
    turns integer not null check (turns >= 0),
    created_at timestamptz not null default clock_timestamp(),
    primary key (task_id, iteration)
);

create table decision (
    task_id text not null references task on delete cascade,
    -- 1, 2, 3, … within the task, in the order they were made.
    number integer not null check (number >= 1),
    -- Given by the caller, so that storing twice is a no-op.
    round text not null check (length(round) between 1 and 300),
    iteration integer not null check (iteration >= 0),
    decided_by text not null,
    type text not null check (type in ('accept', 'retry', 'clarify', 'escalate', 'park', 'fallback', 'abort')),
    reasons text[] not null,
    policy_version text not null,
    inputs json not null,
    -- The response, to return it again to a retry.
    decided json,
    score double precision check (score between 0 and 1),
    feedback_ref sha256,
    cost_usd usd,
    created_at timestamptz not null default clock_timestamp(),
    primary key (task_id, number),
    constraint decision_stored_once unique (task_id, round)
);

create table question (
    id text primary key,
    task_id text not null references task on delete cascade,
    iteration integer not null check (iteration >= 0),
    kind text not null check (kind in ('clarify', 'escalate', 'dispute', 'delivery')),
    question text not null,
    reasons text[] not null,
    -- The only valid answers; empty accepts any.
    choices text[] not null default '{}',
    -- Absent: it waits without end.
    deadline timestamptz,
    -- Reminders and escalations so far, and who was named last.
    reminders integer not null default 0 check (reminders >= 0),
    escalated_to text,
    asked_at timestamptz not null default clock_timestamp(),
    closed_at timestamptz,
    resolution text check (resolution in ('answered', 'approved', 'rejected', 'stopped', 'expired')),
    answer text,
    closed_by text,
    constraint question_closed_means_resolved check (
        (closed_at is null) = (resolution is null)
        and (closed_at is null) = (answer is null)
        and (closed_at is null) = (closed_by is null))
);

create index question_of_task on question (task_id, asked_at);
create index question_open on question (task_id) where closed_at is null;
create index question_waiting on question (asked_at, id) where closed_at is null;

-- Events of a task, in order and without gaps, and the locks of tasks on directories.

create table event (
    task_id text not null references task on delete cascade,
    seq bigint not null check (seq >= 1),
    -- Given by the producer, so that storing twice is a no-op.
    event_id text not null check (length(event_id) between 1 and 300),
    type text not null check (type in (
        'task_registered', 'workspace_prepared', 'iteration_started', 'session_opened', 'agent_activity',
        'session_closed', 'check_finished', 'iteration_assessed', 'judgement_made', 'decision_made',
        'question_asked', 'question_reminded', 'question_closed', 'status_changed', 'task_finished')),
    payload json not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (task_id, seq),
    constraint event_stored_once unique (task_id, event_id)
);

-- Every append checks whether the task has ended.
create index event_end_of_task on event (task_id) where type = 'task_finished';

create table workspace_lock (
    -- A directory's path can be longer than an index entry; its hash cannot.
    key_hash sha256 primary key,
    key text not null,
    -- Or the id of a plan that delivers; the two are never the same.
    task_id text not null,
    acquired_at timestamptz not null default clock_timestamp()
);

create index workspace_lock_of_task on workspace_lock (task_id);

-- Costs of judges, one row per call, including calls without a verdict.

create table judge_call (
    id uuid primary key,
    task_id text not null references task on delete cascade,
    iteration integer not null check (iteration >= 1),
    judge text not null,
    input_tokens bigint not null check (input_tokens >= 0),
    output_tokens bigint not null check (output_tokens >= 0),
    cache_read_tokens bigint not null check (cache_read_tokens >= 0),
    cache_write_tokens bigint not null check (cache_write_tokens >= 0),
    cost_usd usd,
    estimated_usd usd,
    turns integer not null check (turns >= 0),
    created_at timestamptz not null default clock_timestamp(),
    constraint judge_call_estimate_is_of_its_cost check (
        estimated_usd is null or (cost_usd is not null and estimated_usd <= cost_usd))
);

create index judge_call_of_task on judge_call (task_id);

-- Usage limits that tasks met. All tasks of an account wait, and one of them tries whether it is served again.

create table provider_limit (
    account text not null check (length(account) between 1 and 300),
    -- The only model that is limited, '(default)' for sessions that name none; empty if the whole account is.
    model text not null default '' check (length(model) <= 300),
    limited_until timestamptz not null,
    -- The same as it was said, and by whom; absent if it was not said.
    said text check (length(said) <= 1000),
    -- Consecutive refusals without a reset time: each waits twice as long as the one before.
    unknown_in_a_row integer not null default 0 check (unknown_in_a_row >= 0),
    -- The task that tries now, and how long the others wait for it.
    probe_task text,
    probe_until timestamptz,
    reported_at timestamptz not null default clock_timestamp(),
    primary key (account, model),
    constraint provider_limit_probe_whole check ((probe_task is null) = (probe_until is null))
);

-- Hosts that have or had a worker, to be asked what is left there.

create table host (
    id text primary key check (length(id) between 1 and 200),
    first_seen_at timestamptz not null default clock_timestamp(),
    seen_at timestamptz not null default clock_timestamp()
);

-- Actions of agents, with the same kinds for all: one line per action, a bounded number per session.

create table agent_action (
    session_id uuid not null references session on delete cascade,
    -- From 1 within the session. Gaps are actions that were left out.
    number integer not null check (number >= 1),
    task_id text not null references task on delete cascade,
    -- The task's number of this row's last change: a reader who has seen all up to it has missed none.
    position bigint not null check (position >= 1),
    kind text not null check (kind in (
        'message', 'command', 'file_edit', 'file_read', 'search', 'tool', 'question', 'retry')),
    -- As the agent names it; empty for an action without a tool.
    tool text not null check (length(tool) <= 200),
    text text not null check (length(text) <= 500),
    -- Absent while the action runs, if the agent never reported it, and for actions that cannot fail.
    outcome text check (outcome in ('ok', 'failed', 'denied')),
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    primary key (session_id, number)
);

create index agent_action_changes on agent_action (task_id, position);

-- What each session may spend on its account on a day, if the account has a budget, and what it spent.

create table account_reservation (
    -- Inserted before the session's row, in the same transaction.
    session_id uuid primary key references session on delete cascade deferrable initially deferred,
    account text not null check (length(account) between 1 and 300),
    -- In UTC: all that a session spends counts for the day it was opened on.
    day date not null,
    -- The most it may spend; absent if unlimited.
    reserved_usd usd,
    reserved_tokens bigint check (reserved_tokens >= 0),
    -- What counts once it has ended: an unknown amount counts as reserved.
    spent_usd usd,
    spent_tokens bigint check (spent_tokens >= 0),
    settled_at timestamptz,
    constraint account_reservation_settled_means_counted check ((settled_at is null) = (spent_tokens is null))
);

create index account_reservation_of_day on account_reservation (account, day);
create index account_reservation_open on account_reservation (session_id) where settled_at is null;

-- Agents that judge use the same accounts.
create index judge_call_of_day on judge_call (created_at);

-- Plans: graphs of packages, each worked on by tasks, and what became of them.

create table plan (
    -- Part of the ids of its tasks, hence shorter than those.
    id text primary key check (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
    run_id text not null,
    -- The engine that has its workflow, as for tasks.
    engine text not null,
    title text not null,
    status text not null default 'submitted' check (status in (
        'submitted', 'running', 'waiting', 'paused', 'accepted', 'partial', 'failed', 'cancelled')),
    reason text not null default '',
    cause text not null default 'none',
    workspace_source text,
    host_id text not null,
    -- Without its packages; those have rows of their own.
    request json not null,
    labels text[] not null default '{}',
    base_commit text,
    head_commit text,
    -- Of the integration repository, on the host.
    directory text,
    question json,
    delivery text not null default 'none' check (delivery in ('none', 'delivered', 'failed')),
    delivery_detail text not null default '',
    -- Counts the changes of the plan and its packages.
    version bigint not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    constraint plan_finished_means_final check (
        (finished_at is not null) = (status in ('accepted', 'partial', 'failed', 'cancelled')))
) with (fillfactor = 70);

create index plan_newest on plan (created_at desc, id desc);
create index plan_labels on plan using gin (labels);
-- The reaper reads these every minute.
create index plan_open on plan (created_at, id) where finished_at is null;
create index plan_asking on plan (id) where question is not null;

create table plan_package (
    plan_id text not null references plan on delete cascade,
    id text not null,
    -- From 0, in the order of the plan.
    position integer not null check (position >= 0),
    request json not null,
    state text not null default 'waiting' check (state in (
        'waiting', 'running', 'accepted', 'integrated', 'failed', 'rejected', 'blocked', 'cancelled', 'dropped')),
    reason text not null default '',
    paused boolean not null default false,
    ready_at timestamptz,
    accepted_at timestamptz,
    integrated_at timestamptz,
    finished_at timestamptz,
    integration_commit text,
    primary key (plan_id, id)
) with (fillfactor = 70);

create table plan_attempt (
    plan_id text not null,
    package_id text not null,
    number integer not null check (number >= 1),
    -- The task's row may be removed before the plan's.
    task_id text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    outcome text check (outcome in ('accepted', 'partial', 'rejected', 'failed', 'cancelled')),
    reason text not null default '',
    ejection json,
    primary key (plan_id, package_id, number),
    foreign key (plan_id, package_id) references plan_package on delete cascade,
    constraint plan_attempt_ended_means_outcome check ((ended_at is null) = (outcome is null))
) with (fillfactor = 70);

create index plan_attempt_of_task on plan_attempt (task_id);

-- Who may call the gateway, beside the owner of its token file, and who called what.

create table access_token (
    -- The part of the token that is no secret.
    id text primary key check (id ~ '^[a-z2-7]{16}$'),
    name text not null check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    -- SHA-256 in hexadecimal. The secret itself is random and long, so a slow hash would add nothing.
    secret_hash text not null check (secret_hash ~ '^[0-9a-f]{64}$'),
    scopes text[] not null check (scopes <@ array['read', 'submit', 'operate', 'admin'] and cardinality(scopes) > 0),
    created_by text not null,
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    revoked_at timestamptz
);

create unique index access_token_name on access_token (name) where revoked_at is null;

create table api_call (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    caller text not null,
    peer text not null,
    method text not null,
    subject text not null default '',
    request_id text not null default '',
    outcome text not null default ''
);

create index api_call_of_subject on api_call (subject, id desc);
create index api_call_of_caller on api_call (caller, id desc);

-- How far the events of each task were published elsewhere; all before that number were.

create table event_relay (
    task_id text primary key references task on delete cascade,
    seq bigint not null check (seq >= 1)
);

-- What agents report themselves, from any producer: every event that was accepted, once.

create table agent_event (
    -- Given by the producer, so that storing twice is a no-op.
    id text primary key check (length(id) between 1 and 200),
    -- Order of arrival.
    position bigint generated always as identity,
    type text not null check (type in (
        'agent_action', 'routing_decision', 'transformation', 'router_metric', 'detection_failure', 'execution_log')),
    session_id uuid not null,
    -- No reference: agents that no task started report too.
    task_id text check (length(task_id) between 1 and 200),
    agent text check (length(agent) between 1 and 200),
    status text check (status in ('open', 'completed', 'failed', 'timed_out', 'cancelled', 'abandoned')),
    action text check (action in (
        'message', 'command', 'file_edit', 'file_read', 'search', 'tool', 'question', 'retry')),
    progress double precision check (progress between 0 and 100),
    duration_millis bigint check (duration_millis >= 0),
    -- According to the producer.
    occurred_at timestamptz not null,
    data json not null,
    -- Of the event as it was received: tells a repetition from another event with the same id.
    digest sha256 not null,
    source text not null check (source in ('kafka', 'grpc', 'spool')),
    received_at timestamptz not null default clock_timestamp()
);

create index agent_event_of_session on agent_event (session_id, position);

-- What could not become an event, with everything needed to find its producer and to try it again.

create table dead_letter (
    id bigint generated always as identity primary key,
    -- Where it came from: a topic, or the file of a spool.
    topic text not null check (length(topic) between 1 and 500),
    partition_number integer not null,
    position bigint not null,
    key bytea,
    value bytea,
    headers json not null,
    attempts integer not null check (attempts >= 1),
    error_class text not null,
    reason text not null,
    digest sha256 not null,
    state text not null default 'open' check (state in ('open', 'replayed', 'discarded')),
    created_at timestamptz not null default clock_timestamp(),
    closed_at timestamptz,
    closed_by text,
    -- A record that is delivered twice; a topic that was created anew has other records at the same positions.
    constraint dead_letter_stored_once unique (topic, partition_number, position, digest),
    constraint dead_letter_closed_means_not_open check (
        (closed_at is null) = (state = 'open') and (closed_by is null) = (state = 'open'))
);

create index dead_letter_open on dead_letter (id) where state = 'open';
