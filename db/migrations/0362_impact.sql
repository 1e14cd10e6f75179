-- What members volunteer for the audit of impact ratios (New York City Local Law 144), and the audit's reports.

-- The answer, where the member keeps it. A row stays when the answer goes, without it: its version keeps late word out.
-- kind: member
create table impact_answer (
  member_id uuid primary key,
  sex text constraint impact_answer_sex check (sex in ('FEMALE', 'MALE', 'ANOTHER')),
  race text,
  is_given boolean not null,
  version bigint not null,
  changed_at timestamptz not null,
  constraint impact_answer_gone_means_gone check (is_given or (sex is null and race is null))
);
grant select, insert, update, delete on impact_answer to tasuki_app;

-- The operator's copy, under a keyed hash of the member that only the audit knows. It is read by the making of a report alone.
-- kind: company
create table impact_volunteered (
  company_id uuid not null,
  subject_key text not null,
  sex text,
  race text,
  is_given boolean not null,
  version bigint not null,
  changed_at timestamptz not null,
  primary key (company_id, subject_key),
  constraint impact_volunteered_gone_means_gone check (is_given or (sex is null and race is null))
);
grant select, insert, update, delete on impact_volunteered to tasuki_app;

-- Each time the operator switched the audit on or off, with the ground: only added to.
-- kind: company
create table impact_switch (
  company_id uuid not null,
  id uuid not null,
  is_on boolean not null,
  jurisdiction text,
  ground text,
  reviewed_by text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint impact_switch_on_has_a_ground check (not is_on or (jurisdiction is not null and ground is not null and reviewed_by is not null))
);
grant select, insert on impact_switch to tasuki_app;

-- What was told of a period, and nothing else of it: only added to.
-- kind: company
create table impact_report (
  company_id uuid not null,
  id uuid not null,
  from_day date not null,
  until_day date not null,
  report jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (company_id, id),
  constraint impact_report_from_day unique (company_id, from_day),
  constraint impact_report_days check (from_day <= until_day)
);
grant select, insert on impact_report to tasuki_app;

alter table consent_event drop constraint consent_event_purpose;
alter table consent_event add constraint consent_event_purpose
  check (purpose in ('POOL', 'RELAY_PROFILE', 'INTRODUCTION', 'FLOW_BACK', 'IMPACT_AUDIT'));
alter table consent_member_event drop constraint consent_member_event_purpose;
alter table consent_member_event add constraint consent_member_event_purpose
  check (purpose in ('POOL', 'RELAY_PROFILE', 'INTRODUCTION', 'FLOW_BACK', 'IMPACT_AUDIT'));
