-- The hosts that have or had a worker, so that it is known whom to ask about what is left there.

create table host (
    id text primary key check (length(id) between 1 and 200),
    first_seen_at timestamptz not null default clock_timestamp(),
    seen_at timestamptz not null default clock_timestamp()
);

create index task_open_on_host on task (host_id) where finished_at is null;
