-- loses: account_reservation

drop index judge_call_of_day;
drop table account_reservation;
