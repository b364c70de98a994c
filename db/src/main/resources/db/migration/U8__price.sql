-- loses: session.estimated_usd, session_total.estimated_usd, judge_call.estimated_usd

alter table judge_call drop column estimated_usd;
alter table session_total drop column estimated_usd, drop column unpriced;
alter table session drop column estimated_usd, drop column cost_note;
