-- How long a company keeps the people of each class, once an admin switched the rule on.
-- kind: company
create table consent_retention_rule (
  company_id uuid not null,
  class text not null constraint consent_retention_rule_class check (class in ('APPLICANT', 'EVENT_ATTENDEE', 'REJECTED', 'WITHDRAWN', 'HIRED', 'MEMBER')),
  months integer not null constraint consent_retention_rule_months check (months between 1 and 240),
  starts_at text not null constraint consent_retention_rule_start check (starts_at in ('END', 'LAST_HEARD')),
  is_on boolean not null,
  version integer not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (company_id, class)
);
grant select, insert, update on consent_retention_rule to tasuki_app;

-- Nobody of whom a hold is open is erased, whoever asks. Kept with the person and with every record of theirs at the
-- time, so that neither a merge nor its undoing loses it.
-- kind: company
create table consent_hold (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  source_record_ids uuid[] not null,
  reason text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  lifted_because text not null default '',
  primary key (company_id, id),
  constraint consent_hold_lifted check ((lifted_by is null) = (lifted_at is null))
);
create index consent_hold_open on consent_hold (company_id) where lifted_at is null;
create index consent_hold_placed on consent_hold (company_id, placed_at, id);
grant select, insert, update on consent_hold to tasuki_app;

-- An erasure that was decided waits while its person is held.
alter table consent_erasure_order drop constraint consent_erasure_order_state;
alter table consent_erasure_order add constraint consent_erasure_order_state check (state in ('READY', 'DONE', 'DEAD', 'HELD'));

-- A list of who is past their time: made, looked through, scheduled, and worked off in the background.
-- kind: company, intents
create table consent_retention_run (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint consent_retention_run_kind check (kind in ('RULES', 'UNKNOWN_BASIS')),
  phase text not null constraint consent_retention_run_phase check (phase in ('LISTING', 'LISTED', 'SCHEDULED', 'DONE', 'CALLED_OFF')),
  state text not null constraint consent_retention_run_state check (state in ('READY', 'IDLE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  rules jsonb not null,
  listed_to uuid,
  people integer not null default 0,
  not_due jsonb not null default '{}',
  made_by text not null,
  made_at timestamptz not null,
  listed_at timestamptz,
  scheduled_by text,
  scheduled_at timestamptz,
  starts_at timestamptz,
  called_off_by text,
  called_off_at timestamptz,
  ended_at timestamptz,
  primary key (company_id, id)
);
create index consent_retention_run_due on consent_retention_run (due_at) where state = 'READY';
create index consent_retention_run_made on consent_retention_run (company_id, made_at, id);
grant select, insert, update on consent_retention_run to tasuki_app;

-- Everybody on such a list who is past their time, by id alone: to be deleted, or kept and why, and what became of it.
-- kind: company
create table consent_retention_person (
  company_id uuid not null,
  run_id uuid not null,
  person_id uuid not null,
  class text not null,
  since timestamptz not null,
  past_at timestamptz not null,
  reasons text[] not null,
  kept_until timestamptz,
  outcome text constraint consent_retention_person_outcome check (outcome in ('DELETED', 'KEPT')),
  outcome_reasons text[] not null default '{}',
  settled_at timestamptz,
  primary key (company_id, run_id, person_id),
  constraint consent_retention_person_run foreign key (company_id, run_id) references consent_retention_run (company_id, id)
);
create index consent_retention_person_order on consent_retention_person (company_id, run_id, past_at, person_id);
create index consent_retention_person_waiting on consent_retention_person (company_id, run_id, person_id) where outcome is null;
grant select, insert, update on consent_retention_person to tasuki_app;

-- What was disposed of when its time was over: the keyed HMAC of an address, or the id of a record. Unlike a tombstone
-- it keeps out only what is older than the disposal; whoever comes again later comes in.
-- kind: company
create table consent_disposal (
  company_id uuid not null,
  mark text not null,
  erasure_id uuid not null,
  disposed_at timestamptz not null,
  primary key (company_id, mark, erasure_id),
  constraint consent_disposal_of foreign key (company_id, erasure_id) references consent_erasure (company_id, id)
);
grant select, insert on consent_disposal to tasuki_app;
