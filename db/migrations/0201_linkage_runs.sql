-- The work on many pairs that outlasts a request: accepting those that are sure enough, or undoing that as a whole.
-- kind: company, intents
create table linkage_run (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint linkage_run_kind check (kind in ('ACCEPT', 'UNDO')),
  state text not null constraint linkage_run_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  undoes uuid,
  wanted real,
  total integer not null,
  done integer not null default 0,
  changed integer not null default 0,
  started_by text not null,
  recorded_at timestamptz not null,
  finished_at timestamptz,
  primary key (company_id, id),
  constraint linkage_run_undoes foreign key (company_id, undoes) references linkage_run (company_id, id),
  constraint linkage_run_undo check ((kind = 'UNDO') = (undoes is not null))
);
create index linkage_run_due on linkage_run (due_at) where state = 'READY';
create unique index linkage_run_undone_once on linkage_run (company_id, undoes) where undoes is not null;
grant select, insert, update on linkage_run to tasuki_app;

-- The run that is to accept a pair, or that accepted it.
alter table linkage_candidate add column run_id uuid;
create index linkage_candidate_run on linkage_candidate (company_id, run_id, id) where run_id is not null;
