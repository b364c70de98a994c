-- What happened to a task, in order and without gaps, and which task holds a directory.

create table event (
    task_id text not null references task on delete cascade,
    seq bigint not null check (seq >= 1),
    -- Given by the producer, so that storing twice is a no-op.
    event_id text not null check (length(event_id) between 1 and 300),
    type text not null check (type in (
        'task_registered', 'workspace_prepared', 'iteration_started', 'session_opened', 'agent_activity',
        'session_closed', 'check_finished', 'iteration_assessed', 'judgement_made', 'decision_made',
        'question_asked', 'question_closed', 'status_changed', 'task_finished')),
    payload json not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (task_id, seq),
    constraint event_stored_once unique (task_id, event_id)
);

create table workspace_lock (
    -- A directory's path can be longer than an index entry; its hash cannot.
    key_hash sha256 primary key,
    key text not null,
    task_id text not null references task on delete cascade,
    acquired_at timestamptz not null default clock_timestamp()
);

create index workspace_lock_of_task on workspace_lock (task_id);
