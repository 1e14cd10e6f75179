-- For those who keep something beside each record (linkage): whose it is by itself, and what it was observed as.
create or replace view people_record_person with (security_invoker = true) as
select company_id, source_record_id, person_id, home_person_id from people_link;

create view people_observed_record with (security_invoker = true) as
select company_id, id as source_record_id, kind, observed_at from people_source_record;
grant select on people_observed_record to tasuki_app;
