-- Who was evaluated when, for read models that follow the tables: ids and a time, no judgement.
create view matching_evaluated with (security_invoker = true) as
  select e.company_id, e.id, e.application_id, l.person_id, e.recorded_at
  from selection_evaluation e
  join selection_application a on a.company_id = e.company_id and a.id = e.application_id
  join people_record_person l on l.company_id = a.company_id and l.source_record_id = a.source_record_id;
grant select on matching_evaluated to tasuki_app;
create index selection_evaluation_recorded on selection_evaluation (company_id, recorded_at);
