-- Introductions: what a company asked, who was asked in the network's side, and what the member answers.

-- The company's side. It knows an anonymous reference until the person says yes; the person comes with their share.
-- kind: company
create table introductions_request (
  company_id uuid not null,
  id uuid not null,
  opening_id uuid not null,
  ref text not null,
  -- The anonymous facts as they were shown when the company asked.
  shown jsonb not null,
  -- The job as the member is shown it, frozen.
  job jsonb not null,
  message text not null,
  state text not null constraint introductions_request_state check (state in ('ASKED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'CANCELLED')),
  progress text constraint introductions_request_progress check (progress in ('INTERVIEWING', 'OFFERED', 'HIRED', 'REJECTED', 'WITHDRAWN')),
  asked_by text not null,
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  cancel_asked_at timestamptz,
  ended_at timestamptz,
  source_record_id uuid,
  application_id uuid,
  version bigint not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint introductions_request_identity check ((state = 'ACCEPTED') = (source_record_id is not null)),
  foreign key (company_id, opening_id) references selection_opening (company_id, id)
);
create unique index introductions_request_one_open on introductions_request (company_id, ref) where state in ('ASKED', 'ACCEPTED');
create index introductions_request_list on introductions_request (company_id, changed_at, id);
create index introductions_request_application on introductions_request (company_id, application_id);
grant select, insert, update on introductions_request to tasuki_app;

-- Questions of the person and answers of the company, as the company sees them; blank once the person is erased.
-- kind: company
create table introductions_talk (
  company_id uuid not null,
  id uuid not null,
  introduction_id uuid not null,
  said_by text not null constraint introductions_talk_by check (said_by in ('PERSON', 'COMPANY')),
  text text not null,
  said_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, introduction_id) references introductions_request (company_id, id)
);
create index introductions_talk_of on introductions_talk (company_id, introduction_id, said_at);
grant select, insert, update (text) on introductions_talk to tasuki_app;

-- Whom a request reaches: in the operator's realm alone, so that the company cannot learn it before the yes.
-- kind: company
create table introductions_mapping (
  company_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  employer_id uuid not null,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
grant select, insert on introductions_mapping to tasuki_app;

-- The member's side, which alone ends it.
-- kind: member
create table introductions_ask (
  member_id uuid not null,
  id uuid not null,
  employer_id uuid not null,
  -- Who provides what the member registered: the operator, as it was named when the request came.
  provider jsonb not null,
  job jsonb not null,
  message text not null,
  state text not null constraint introductions_ask_state check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'CANCELLED')),
  -- What ended it: the person, the clock, the employer, leaving, or a limit that was met when it arrived.
  cause text constraint introductions_ask_cause check (cause in ('PERSON', 'CLOCK', 'EMPLOYER', 'LEFT', 'CONSENT', 'LIMIT')),
  progress text,
  -- The company's version of the progress: an older word that comes late changes nothing.
  progress_version bigint not null default 0,
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  ended_at timestamptz,
  -- Why not, in the person's words; it stays with them.
  reason text,
  -- What the page last said would be provided; on yes exactly this is.
  disclosure jsonb,
  version bigint not null,
  primary key (member_id, id)
);
create index introductions_ask_employer on introductions_ask (member_id, employer_id);
grant select, insert, update on introductions_ask to tasuki_app;

-- kind: member
create table introductions_member_talk (
  member_id uuid not null,
  id uuid not null,
  ask_id uuid not null,
  said_by text not null constraint introductions_member_talk_by check (said_by in ('PERSON', 'COMPANY')),
  text text not null,
  said_at timestamptz not null,
  primary key (member_id, id),
  foreign key (member_id, ask_id) references introductions_ask (member_id, id)
);
create index introductions_member_talk_of on introductions_member_talk (member_id, ask_id, said_at);
grant select, insert, update (text) on introductions_member_talk to tasuki_app;

-- When to remind, and when the time to answer is over.
-- kind: member, intents
create table introductions_clock (
  member_id uuid not null,
  id uuid not null,
  kind text not null constraint introductions_clock_kind check (kind in ('REMINDER', 'LAPSE')),
  ask_id uuid not null,
  state text not null constraint introductions_clock_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  primary key (member_id, id),
  foreign key (member_id, ask_id) references introductions_ask (member_id, id)
);
create index introductions_clock_due on introductions_clock (due_at) where state = 'READY';
grant select, insert, update on introductions_clock to tasuki_app;

-- Mails to the member. One that began to be sent and never told how it ended is UNKNOWN and is not sent again.
-- kind: member, intents
create table introductions_mail (
  member_id uuid not null,
  id uuid not null,
  kind text not null constraint introductions_mail_kind check (kind in ('REQUEST', 'REMINDER', 'ANSWER')),
  ask_id uuid not null,
  state text not null constraint introductions_mail_state check (state in ('READY', 'SENT', 'REFUSED', 'UNKNOWN', 'CANCELLED', 'DEAD')),
  sending_since timestamptz,
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  settled_at timestamptz,
  primary key (member_id, id),
  foreign key (member_id, ask_id) references introductions_ask (member_id, id)
);
create index introductions_mail_due on introductions_mail (due_at) where state = 'READY';
grant select, insert, update on introductions_mail to tasuki_app;
