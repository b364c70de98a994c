-- loses: judge_call

drop table judge_call;
