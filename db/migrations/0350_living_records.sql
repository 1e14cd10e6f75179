-- Every record that was not erased, for those who keep something of their own beside each (linkage: the keys it is found by).
create view people_living_record with (security_invoker = true) as
select company_id, id as source_record_id, recorded_at from people_source_record where erased_at is null;
grant select on people_living_record to tasuki_app;
