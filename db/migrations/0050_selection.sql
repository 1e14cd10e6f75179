-- Openings, applications and their course, interviews, evaluations and ends.

-- kind: company
create table selection_flow (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  steps jsonb not null,
  is_default boolean not null default false,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
create unique index selection_flow_one_default on selection_flow (company_id) where is_default;
grant select, insert, update on selection_flow to tasuki_app;

-- kind: company
create table selection_opening (
  company_id uuid not null,
  id uuid not null,
  title text not null constraint selection_opening_titled check (char_length(title) between 1 and 200),
  title_key text not null,
  occupation text,
  department text,
  description text,
  status text not null constraint selection_opening_status check (status in ('DRAFT', 'OPEN', 'PAUSED', 'CLOSED')),
  headcount integer not null default 1 constraint selection_opening_headcount check (headcount between 1 and 10000),
  flow_id uuid,
  conditions jsonb not null,
  connection_id uuid,
  remote_id text,
  opened_at timestamptz,
  closed_at timestamptz,
  version bigint not null default 1,
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint selection_opening_once unique (company_id, connection_id, remote_id),
  foreign key (company_id, flow_id) references selection_flow (company_id, id)
);
create index selection_opening_title on selection_opening (company_id, title_key);
grant select, insert, update on selection_opening to tasuki_app;

-- The row is the fold of the application's transitions and can be rebuilt from them.
-- kind: company
create table selection_application (
  company_id uuid not null,
  id uuid not null,
  source_record_id uuid not null,
  opening_id uuid not null,
  channel text not null constraint selection_application_channel check (channel in ('DIRECT', 'JOB_BOARD', 'AGENCY', 'EMPLOYEE_REFERRAL', 'EVENT', 'ALUMNI', 'SCOUT', 'RELAY', 'OTHER')),
  channel_label text,
  agency text,
  applied_at timestamptz not null,
  live boolean not null,
  stage text not null,
  state text not null constraint selection_application_state check (state in ('ACTIVE', 'ON_HOLD', 'REJECTED', 'WITHDRAWN', 'OFFERED', 'OFFER_ACCEPTED', 'OFFER_DECLINED', 'HIRED', 'CLOSED_DUPLICATE')),
  stage_since timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  end_live boolean not null default false,
  withdrawal_timing text constraint selection_application_timing check (withdrawal_timing in ('UNSCHEDULED', 'BEFORE_STEP', 'AFTER_STEP')),
  connection_id uuid,
  remote_id text,
  version bigint not null default 1,
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint selection_application_once unique (company_id, connection_id, remote_id),
  foreign key (company_id, source_record_id) references people_source_record (company_id, id),
  foreign key (company_id, opening_id) references selection_opening (company_id, id)
);
create index selection_application_record on selection_application (company_id, source_record_id);
create index selection_application_opening on selection_application (company_id, opening_id, state, stage);
create index selection_application_changed on selection_application (company_id, changed_at desc, id desc);
grant select, insert, update on selection_application to tasuki_app;

-- Only added to. The note alone may be blanked, when its person is erased.
-- kind: company
create table selection_transition (
  company_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  kind text not null constraint selection_transition_kind check (kind in ('STAGE', 'HOLD', 'REJECT', 'WITHDRAW', 'OFFER', 'ACCEPT', 'DECLINE', 'HIRE', 'REOPEN', 'DUPLICATE')),
  stage text,
  reason text,
  note text,
  withdrawal_timing text,
  live boolean not null,
  occurred_at timestamptz not null,
  source_version bigint,
  actor text not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, application_id) references selection_application (company_id, id)
);
create index selection_transition_application on selection_transition (company_id, application_id, occurred_at);
grant select, insert, update (note) on selection_transition to tasuki_app;

-- kind: company
create table selection_interview (
  company_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  stage text not null,
  starts_at timestamptz,
  ends_at timestamptz,
  place text,
  state text not null constraint selection_interview_state check (state in ('SCHEDULED', 'DONE', 'CANCELLED')),
  connection_id uuid,
  remote_id text,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint selection_interview_once unique (company_id, connection_id, remote_id),
  foreign key (company_id, application_id) references selection_application (company_id, id)
);
create index selection_interview_application on selection_interview (company_id, application_id);
grant select, insert, update on selection_interview to tasuki_app;

-- kind: company
create table selection_interviewer (
  company_id uuid not null,
  interview_id uuid not null,
  staff_id uuid not null,
  recorded_at timestamptz not null,
  primary key (company_id, interview_id, staff_id),
  foreign key (company_id, interview_id) references selection_interview (company_id, id)
);
create index selection_interviewer_staff on selection_interviewer (company_id, staff_id);
grant select, insert, delete on selection_interviewer to tasuki_app;

-- Only added to; what is written freely may be blanked, when its person is erased. A correction names the row it replaces.
-- kind: company
create table selection_evaluation (
  company_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  interview_id uuid,
  staff_id uuid,
  evaluator text not null,
  stage text not null,
  recommendation text not null constraint selection_evaluation_recommendation check (recommendation in ('STRONG_NO', 'NO', 'YES', 'STRONG_YES')),
  grade text not null,
  criteria jsonb not null,
  comment text,
  corrects uuid,
  remote_key text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint selection_evaluation_corrected_once unique (company_id, corrects),
  constraint selection_evaluation_source_once unique (company_id, application_id, remote_key),
  foreign key (company_id, application_id) references selection_application (company_id, id),
  foreign key (company_id, interview_id) references selection_interview (company_id, id),
  foreign key (company_id, corrects) references selection_evaluation (company_id, id)
);
create unique index selection_evaluation_once on selection_evaluation (company_id, interview_id, staff_id) where corrects is null;
create index selection_evaluation_application on selection_evaluation (company_id, application_id);
grant select, insert, update (comment, criteria) on selection_evaluation to tasuki_app;

-- Each application with the person it belongs to today and the opening's title; where the title is not asked for, its
-- join is not made.
create view selection_listed with (security_invoker = true) as
select a.company_id, a.id, l.person_id, a.source_record_id, a.opening_id, a.channel, a.channel_label, a.agency, a.applied_at, a.live, a.stage, a.state,
  a.stage_since, a.ended_at, a.end_reason, a.connection_id, a.changed_at, o.title as opening_title
from selection_application a
left join selection_opening o on o.company_id = a.company_id and o.id = a.opening_id
join people_record_person l on l.company_id = a.company_id and l.source_record_id = a.source_record_id;
grant select on selection_listed to tasuki_app;
