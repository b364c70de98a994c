-- loses: task, iteration, session, session_total, interaction, check_result, judgement, decision, question, event, workspace_lock, judge_call, provider_limit, host, agent_action, account_reservation, plan, plan_package, plan_attempt

drop table api_call;
drop table access_token;
drop table plan_attempt;
drop table plan_package;
drop table plan;
drop table account_reservation;
drop table agent_action;
drop table host;
drop table provider_limit;
drop table judge_call;
drop table workspace_lock;
drop table event;
drop table question;
drop table decision;
drop table judgement;
drop table check_result;
drop table interaction;
drop table session_total;
drop table session;
drop table iteration;
drop table task;
drop function notify_of_task;
drop domain usd;
drop domain sha256;
