-- What asking judges cost, one row for each time one was asked, also where no verdict came of it.

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
    turns integer not null check (turns >= 0),
    created_at timestamptz not null default clock_timestamp()
);

create index judge_call_of_task on judge_call (task_id);
