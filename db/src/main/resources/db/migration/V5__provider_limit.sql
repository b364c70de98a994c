-- Usage limits that tasks ran into. All tasks of an account wait, and one of them tries whether it takes work again.

create table provider_limit (
    account text primary key check (length(account) between 1 and 300),
    limited_until timestamptz not null,
    -- Who tries now, and how long the others wait for that one.
    probe_task text,
    probe_until timestamptz,
    reported_at timestamptz not null default clock_timestamp(),
    constraint provider_limit_probe_whole check ((probe_task is null) = (probe_until is null))
);
