-- loses: event, workspace_lock

drop table workspace_lock;
drop table event;
