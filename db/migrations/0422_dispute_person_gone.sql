-- Who was erased while a case about them was open: what was said in it goes once it is over.
alter table disputes_network_case add column is_person_gone boolean not null default false;
