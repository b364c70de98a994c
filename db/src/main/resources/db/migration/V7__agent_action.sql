-- What agents did, in one vocabulary for all of them: one line an action, a bounded number a session.

-- Number of the newest change of an action.
alter table task add column action_seq bigint not null default 0 check (action_seq >= 0);

create table agent_action (
    session_id uuid not null references session on delete cascade,
    -- From 1 within the session. A gap is what was left out.
    number integer not null check (number >= 1),
    task_id text not null references task on delete cascade,
    -- The task's number of the last change of this row: who has seen all up to it has missed nothing.
    position bigint not null check (position >= 1),
    kind text not null check (kind in (
        'message', 'command', 'file_edit', 'file_read', 'search', 'tool', 'question', 'retry')),
    -- As the agent names it; empty for what needs no tool.
    tool text not null check (length(tool) <= 200),
    text text not null check (length(text) <= 500),
    -- Absent while it runs, where the agent never told, and for what cannot fail.
    outcome text check (outcome in ('ok', 'failed', 'denied')),
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    primary key (session_id, number)
);

create index agent_action_changes on agent_action (task_id, position);
