-- A pre-flight is judged in the background: rows are there from the beginning, and each says whether it was judged.
alter table relay_preflight_row add column judged boolean not null default true;
create index relay_preflight_row_waiting on relay_preflight_row (company_id, preflight_id, application_id) where not judged;
create index relay_preflight_row_unsettled on relay_preflight_row (company_id, preflight_id, application_id) where reason is null and outcome is null;
-- When everybody had been judged, and what stands for all of it in an approval.
alter table relay_preflight add column finished_at timestamptz;
alter table relay_preflight add column fingerprint text;
alter table relay_preflight drop constraint relay_preflight_state;
alter table relay_preflight add constraint relay_preflight_state check (state in ('JUDGING', 'OPEN', 'APPROVED', 'DISCARDED'));

-- The work on a pre-flight that outlasts a request: judging its people, or scheduling the letters of an approved one.
-- kind: company, intents
create table relay_preflight_run (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint relay_preflight_run_kind check (kind in ('JUDGING', 'SCHEDULING')),
  state text not null constraint relay_preflight_run_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  preflight_id uuid not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint relay_preflight_run_of foreign key (company_id, preflight_id) references relay_preflight (company_id, id)
);
create unique index relay_preflight_run_once on relay_preflight_run (company_id, preflight_id, kind);
create index relay_preflight_run_due on relay_preflight_run (due_at) where state = 'READY';
grant select, insert, update on relay_preflight_run to tasuki_app;
