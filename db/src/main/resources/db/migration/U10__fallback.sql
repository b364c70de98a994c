-- loses: nothing

-- Both go on without charging an iteration; the reasons still say which agent took over.
update iteration set decision = 'park' where decision = 'fallback';
update decision set type = 'park' where type = 'fallback';
alter table iteration
    drop constraint iteration_decision_check,
    add constraint iteration_decision_check
        check (decision in ('accept', 'retry', 'clarify', 'escalate', 'park', 'abort'));
alter table decision
    drop constraint decision_type_check,
    add constraint decision_type_check
        check (type in ('accept', 'retry', 'clarify', 'escalate', 'park', 'abort'));
