-- Visits of people to their pages: by a personal link, for half an hour, with a code for what is sensitive.

-- kind: company
create table portal_session (
  company_id uuid not null,
  id uuid not null,
  -- SHA-256 of the cookie's secret.
  secret_hash text not null,
  link_id uuid not null,
  person_id uuid not null,
  source_record_id uuid,
  letter_id uuid,
  letter_sent_at timestamptz,
  -- The member whose verified address this visit proved; null for who has not registered.
  member_id uuid,
  verified_at timestamptz,
  -- SHA-256 of the address the code was sent to: registering uses that one and no other.
  verified_mail_hash text,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, id),
  constraint portal_session_secret unique (company_id, secret_hash)
);
create index portal_session_person on portal_session (company_id, person_id);
create index portal_session_age on portal_session (company_id, expires_at);
grant select, insert, update, delete on portal_session to tasuki_app;

-- One code at a time per visit; sending another makes the one before useless.
-- kind: company
create table portal_code (
  company_id uuid not null,
  session_id uuid not null,
  id uuid not null,
  -- Keyed hash: six digits alone could be guessed from a plain one.
  code_hash text not null,
  mail_hash text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries_left integer not null constraint portal_code_tries check (tries_left between 0 and 5),
  sent_count integer not null,
  primary key (company_id, session_id),
  constraint portal_code_of foreign key (company_id, session_id) references portal_session (company_id, id) on delete cascade
);
grant select, insert, update, delete on portal_code to tasuki_app;

-- Somebody lost a link, or cannot reach an address: looked into after the answer, which is the same for everyone.
-- kind: company, intents
create table portal_errand (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint portal_errand_kind check (kind in ('LOST_LINK', 'UNREACHABLE')),
  state text not null constraint portal_errand_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  -- What was typed, sealed; blank when done.
  content text,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
create index portal_errand_due on portal_errand (due_at) where state = 'READY';
grant select, insert, update, delete on portal_errand to tasuki_app;
