-- What each session may spend of its provider's account on a day, where that has a budget, and what it spent.

create table account_reservation (
    -- In the transaction that opens the session, before its row.
    session_id uuid primary key references session on delete cascade deferrable initially deferred,
    account text not null check (length(account) between 1 and 300),
    -- In UTC: all that a session spends counts for the day it was opened on.
    day date not null,
    -- The most it may spend; absent where nothing bounds that.
    reserved_usd usd,
    reserved_tokens bigint check (reserved_tokens >= 0),
    -- What counts once it has ended: an unknown amount counts with what was reserved.
    spent_usd usd,
    spent_tokens bigint check (spent_tokens >= 0),
    settled_at timestamptz,
    constraint account_reservation_settled_means_counted check ((settled_at is null) = (spent_tokens is null))
);

create index account_reservation_of_day on account_reservation (account, day);
create index account_reservation_open on account_reservation (session_id) where settled_at is null;

-- Agents that judge spend from the same accounts.
create index judge_call_of_day on judge_call (created_at);
