-- loses: provider_limit

drop table provider_limit;
