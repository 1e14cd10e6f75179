-- How often an interview was said anew, so that what is told of it is applied in order.
alter table selection_interview add column version bigint not null default 1;
