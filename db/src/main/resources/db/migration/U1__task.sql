-- loses: task, iteration, session, session_total, interaction

drop table interaction;
drop table session_total;
drop table session;
drop table iteration;
drop table task;
drop domain usd;
drop domain sha256;
