-- What an employer promises the person it asks for, and whether it was kept.

-- As they stood when the company asked: kind, steps, business days.
alter table introductions_request add column promises jsonb not null default '[]';
alter table introductions_ask add column promises jsonb not null default '[]';
-- How the employer kept its promises so far, as the person is told it; null where there are too few to say.
alter table introductions_ask add column employer_record jsonb;

-- In force from the yes. The state is worked out from the record of the selection and what is kept here.
-- kind: company
create table introductions_promise (
  company_id uuid not null,
  id uuid not null,
  introduction_id uuid not null,
  kind text not null constraint introductions_promise_kind check (kind in ('GUARANTEED_INTERVIEW', 'STEP_WAIVER', 'ANSWER')),
  steps text[] not null,
  days integer not null constraint introductions_promise_days check (days between 1 and 60),
  since timestamptz not null,
  due_at timestamptz not null,
  state text not null constraint introductions_promise_state check (state in ('PENDING', 'KEPT', 'BROKEN', 'RELEASED')),
  settled_by text constraint introductions_promise_settled_by check (settled_by in ('RECORD', 'CLOCK', 'STAFF', 'PERSON', 'OPERATOR')),
  settled_at timestamptz,
  -- What staff say: kept on this day, though the record of the selection does not show it.
  confirmed_at timestamptz,
  confirmed_by uuid,
  kept_on timestamptz,
  -- What the person says.
  released_at timestamptz,
  objected_at timestamptz,
  -- What the operator found after an objection.
  found text constraint introductions_promise_found check (found in ('KEPT', 'BROKEN')),
  found_at timestamptz,
  version bigint not null,
  primary key (company_id, id),
  constraint introductions_promise_settled check ((state = 'PENDING') = (settled_at is null) and (settled_at is null) = (settled_by is null)),
  constraint introductions_promise_once unique (company_id, introduction_id, kind),
  constraint introductions_promise_of foreign key (company_id, introduction_id) references introductions_request (company_id, id)
);
create index introductions_promise_open on introductions_promise (company_id, due_at) where state = 'PENDING';
grant select, insert, update on introductions_promise to tasuki_app;

-- When to remind whoever asked, and when to look at the record again.
-- kind: company, intents
create table introductions_promise_clock (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint introductions_promise_clock_kind check (kind in ('REMINDER', 'LOOK')),
  promise_id uuid not null,
  state text not null constraint introductions_promise_clock_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  primary key (company_id, id),
  constraint introductions_promise_clock_of foreign key (company_id, promise_id) references introductions_promise (company_id, id)
);
create index introductions_promise_clock_due on introductions_promise_clock (due_at) where state = 'READY';
grant select, insert, update on introductions_promise_clock to tasuki_app;

-- The person's copy, and what they said of it.
-- kind: member
create table introductions_member_promise (
  member_id uuid not null,
  id uuid not null,
  ask_id uuid not null,
  kind text not null,
  steps text[] not null,
  days integer not null,
  due_at timestamptz not null,
  state text not null constraint introductions_member_promise_state check (state in ('PENDING', 'KEPT', 'BROKEN', 'RELEASED')),
  settled_by text,
  settled_at timestamptz,
  released_at timestamptz,
  objected_at timestamptz,
  -- The company's version: an older word that comes late changes nothing.
  version bigint not null,
  primary key (member_id, id),
  constraint introductions_member_promise_of foreign key (member_id, ask_id) references introductions_ask (member_id, id)
);
create index introductions_member_promise_ask on introductions_member_promise (member_id, ask_id);
grant select, insert, update on introductions_member_promise to tasuki_app;

-- As the operator counts them: whose they are and when, never to whom.
-- kind: company
create table introductions_network_promise (
  company_id uuid not null,
  id uuid not null,
  introduction_id uuid not null,
  employer_id uuid not null,
  kind text not null,
  steps text[] not null,
  days integer not null,
  due_at timestamptz not null,
  state text not null constraint introductions_network_promise_state check (state in ('PENDING', 'KEPT', 'BROKEN', 'RELEASED')),
  settled_by text,
  settled_at timestamptz,
  objected_at timestamptz,
  -- What the operator decides about an objection.
  found text constraint introductions_network_promise_found check (found in ('KEPT', 'BROKEN')),
  found_at timestamptz,
  found_by uuid,
  version bigint not null,
  primary key (company_id, id)
);
create index introductions_network_promise_employer on introductions_network_promise (company_id, employer_id, settled_at);
create index introductions_network_promise_waiting on introductions_network_promise (company_id, id) where objected_at is not null and found is null;
grant select, insert, update on introductions_network_promise to tasuki_app;

alter table introductions_mail drop constraint introductions_mail_kind;
alter table introductions_mail add constraint introductions_mail_kind check (kind in ('REQUEST', 'REMINDER', 'ANSWER', 'DISPUTE', 'PROMISE'));
