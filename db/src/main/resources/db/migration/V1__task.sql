-- Tasks and the runs of agents on them. Times are instants; costs are US dollars; an absent cost is unknown, not zero.

create domain sha256 as text check (value ~ '^[0-9a-f]{64}$');

create domain usd as numeric check (value >= 0 and value < 1e12);

create table task (
    -- Also names directories, hence the narrow alphabet.
    id text primary key check (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$'),
    run_id text not null,
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
    -- Kept as it was written: what was asked for is evidence too.
    request json not null,
    prompt_ref sha256,
    base_snapshot text,
    snapshot text,
    diff_files integer not null default 0 check (diff_files >= 0),
    diff_added integer not null default 0 check (diff_added >= 0),
    diff_removed integer not null default 0 check (diff_removed >= 0),
    patch_ref sha256,
    cause text not null default 'none' check (cause in (
        'none', 'needs_person', 'limit', 'budget', 'quota', 'provider', 'agent', 'configuration', 'internal')),
    reason text not null default '',
    labels text[] not null default '{}',
    notes text[] not null default '{}',
    -- Number of the newest session; writes of an older one are refused.
    fence bigint not null default 0 check (fence >= 0),
    -- Number of the newest event.
    event_seq bigint not null default 0 check (event_seq >= 0),
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    constraint task_finished_means_final check (
        (finished_at is not null) = (status in ('accepted', 'partial', 'rejected', 'failed', 'cancelled')))
) with (fillfactor = 70);

create index task_newest on task (created_at desc, id desc);
create index task_newest_by_status on task (status, created_at desc, id desc);
create index task_labels on task using gin (labels);

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
    decision text check (decision in ('accept', 'retry', 'clarify', 'escalate', 'park', 'abort')),
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
    -- The id an agent makes for itself, where it does not take ours.
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
    turns integer not null default 0 check (turns >= 0),
    transcript_ref sha256,
    started_at timestamptz not null default clock_timestamp(),
    -- Last sign of life, which bounds the time of a session whose worker died.
    seen_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz,
    duration_millis bigint check (duration_millis >= 0),
    constraint session_ended_means_not_open check (
        (ended_at is null) = (status = 'open') and (duration_millis is null) = (status = 'open')),
    constraint session_ends_after_its_start check (ended_at >= started_at)
) with (fillfactor = 70);

create unique index session_one_open_per_task on session (task_id) where status = 'open';
create unique index session_fence_of_task on session (task_id, fence);
create index session_open_on_host on session (host_id) where status = 'open';

-- Sums over the ended sessions of a task, written by the statement that ends them. An ended session never changes, so the
-- sums stay exact, and totals cost the same at any number of sessions.
create table session_total (
    task_id text not null references task on delete cascade,
    status text not null check (status in ('completed', 'failed', 'timed_out', 'cancelled', 'abandoned')),
    sessions bigint not null check (sessions >= 1),
    input_tokens bigint not null check (input_tokens >= 0),
    output_tokens bigint not null check (output_tokens >= 0),
    cache_read_tokens bigint not null check (cache_read_tokens >= 0),
    cache_write_tokens bigint not null check (cache_write_tokens >= 0),
    cost_usd usd,
    turns bigint not null check (turns >= 0),
    duration_millis bigint not null check (duration_millis >= 0),
    primary key (task_id, status)
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
