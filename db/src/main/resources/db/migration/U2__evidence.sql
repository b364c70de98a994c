-- loses: check_result, judgement, decision, question

drop table question;
drop table decision;
drop table judgement;
drop table check_result;
