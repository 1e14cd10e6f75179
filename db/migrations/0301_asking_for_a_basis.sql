-- A campaign that asks people of whom nobody knows why they are kept: listed, approved, and mailed so many a day.
-- kind: company, intents
create table relay_asking (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  phase text not null constraint relay_asking_phase check (phase in ('LISTED', 'MAILING', 'DONE', 'STOPPED')),
  state text not null constraint relay_asking_state check (state in ('READY', 'IDLE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  per_day integer not null default 0,
  left_today integer not null default 0,
  made_by text not null,
  made_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  stopped_by text,
  stopped_at timestamptz,
  ended_at timestamptz,
  primary key (company_id, id)
);
create index relay_asking_due on relay_asking (due_at) where state = 'READY';
grant select, insert, update on relay_asking to tasuki_app;

-- Each person of a campaign, by id alone: why they are not asked, or what became of the mail, and what they answered.
-- kind: company
create table relay_asked (
  company_id uuid not null,
  asking_id uuid not null,
  person_id uuid not null,
  reason text,
  outcome text,
  mail_id uuid,
  queued_at timestamptz,
  sent_at timestamptz,
  answer text constraint relay_asked_answer check (answer in ('STAYS', 'LEAVES')),
  answered_at timestamptz,
  primary key (company_id, asking_id, person_id),
  constraint relay_asked_of foreign key (company_id, asking_id) references relay_asking (company_id, id)
);
create index relay_asked_person on relay_asked (company_id, person_id);
create index relay_asked_mail on relay_asked (company_id, mail_id);
grant select, insert, update on relay_asked to tasuki_app;
alter table consent_retention_run add column grace_days integer;
