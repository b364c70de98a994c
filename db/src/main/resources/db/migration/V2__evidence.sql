-- What was found out about an iteration, what follows from it, and what people were asked.

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
    -- Absent where the judge gave no readable verdict.
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
    iteration integer not null check (iteration >= 0),
    -- The policy and a person may both decide on one iteration; neither replaces the other.
    decided_by text not null,
    type text not null check (type in ('accept', 'retry', 'clarify', 'escalate', 'park', 'abort')),
    reasons text[] not null,
    policy_version text not null,
    inputs json not null,
    score double precision check (score between 0 and 1),
    feedback_ref sha256,
    cost_usd usd,
    created_at timestamptz not null,
    primary key (task_id, iteration, decided_by)
);

create table question (
    id text primary key,
    task_id text not null references task on delete cascade,
    iteration integer not null check (iteration >= 0),
    kind text not null check (kind in ('clarify', 'escalate')),
    question text not null,
    reasons text[] not null,
    deadline timestamptz not null,
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
