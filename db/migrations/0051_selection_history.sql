-- What became of each application, step by step, with the person it belongs to today: for those who count.
create view selection_history with (security_invoker = true) as
select a.company_id, a.id as application_id, l.person_id, a.opening_id, a.channel, a.applied_at, a.state, a.ended_at,
  t.kind, coalesce(t.stage, a.stage) as stage, t.occurred_at, t.withdrawal_timing
from selection_application a
join people_record_person l on l.company_id = a.company_id and l.source_record_id = a.source_record_id
left join selection_transition t on t.company_id = a.company_id and t.application_id = a.id;
grant select on selection_history to tasuki_app;

-- Every evaluation that stands: a corrected one is left out.
create view selection_evaluated with (security_invoker = true) as
select e.company_id, e.id, e.application_id, l.person_id, a.opening_id, e.staff_id, e.evaluator, e.stage, e.recommendation, e.occurred_at
from selection_evaluation e
join selection_application a on a.company_id = e.company_id and a.id = e.application_id
join people_record_person l on l.company_id = a.company_id and l.source_record_id = a.source_record_id
where not exists (select from selection_evaluation c where c.company_id = e.company_id and c.corrects = e.id);
grant select on selection_evaluated to tasuki_app;
