-- loses: host

drop index task_open_on_host;
drop table host;
