-- By when the person answers, for the operator to see what is about to lapse.
alter table introductions_network add column answer_by timestamptz;
create index introductions_network_list on introductions_network (company_id, state, id);
