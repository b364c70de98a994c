-- loses: agent_action

drop table agent_action;
alter table task drop column action_seq;
