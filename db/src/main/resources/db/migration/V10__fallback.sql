-- Another agent of a task's list may take over.
alter table iteration
    drop constraint iteration_decision_check,
    add constraint iteration_decision_check
        check (decision in ('accept', 'retry', 'clarify', 'escalate', 'park', 'fallback', 'abort'));
alter table decision
    drop constraint decision_type_check,
    add constraint decision_type_check
        check (type in ('accept', 'retry', 'clarify', 'escalate', 'park', 'fallback', 'abort'));
