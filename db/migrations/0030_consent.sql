-- What people agreed to, on which words, who was told what about whom, and what people ask of their data.

-- Recorded before a company may use data for a purpose: what for, on what ground, and why mail is permitted.
-- kind: company
create table consent_basis (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint consent_basis_kind check (kind in ('LETTER', 'REFRESH', 'POOL', 'RELAY')),
  purpose text not null constraint consent_basis_purposeful check (char_length(purpose) between 10 and 2000),
  legal_basis text not null constraint consent_basis_legal check (legal_basis in ('CONSENT', 'CONTRACT', 'LEGITIMATE_INTEREST', 'PUBLISHED_PURPOSE')),
  mail_permission text not null constraint consent_basis_mail check (mail_permission in ('CONSENT', 'ADDRESS_GIVEN', 'BUSINESS_RELATION', 'NOT_ADVERTISING')),
  explanation text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
create index consent_basis_newest on consent_basis (company_id, kind, recorded_at);
grant select, insert on consent_basis to tasuki_app;

-- The words that were shown, kept by their hash for as long as somebody decided on them.
-- kind: company
create table consent_text (
  company_id uuid not null,
  hash text not null,
  purpose text not null,
  language text not null constraint consent_text_language check (language in ('ja', 'en')),
  version integer not null,
  body text not null,
  recorded_at timestamptz not null,
  primary key (company_id, hash)
);
grant select, insert on consent_text to tasuki_app;

-- kind: company, portal
create table consent_event (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  source_record_id uuid not null,
  purpose text not null constraint consent_event_purpose check (purpose in ('POOL', 'RELAY_PROFILE', 'INTRODUCTION', 'FLOW_BACK')),
  recipient text not null,
  decision text not null constraint consent_event_decision check (decision in ('GIVEN', 'REFUSED', 'WITHDRAWN')),
  items text[] not null,
  text_hash text not null,
  how text not null constraint consent_event_how check (how in ('PORTAL', 'LETTER', 'FORM', 'PAPER', 'STAFF')),
  receipt_id uuid not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint consent_event_text foreign key (company_id, text_hash) references consent_text (company_id, hash)
);
create index consent_event_of_record on consent_event (company_id, source_record_id);
create index consent_event_of_person on consent_event (company_id, person_id);
grant select, insert on consent_event to tasuki_app;

-- What holds, per record, purpose and recipient: the row that a share and a withdrawal both lock.
-- kind: company
create table consent_state (
  company_id uuid not null,
  source_record_id uuid not null,
  purpose text not null,
  recipient text not null,
  decision text not null,
  event_id uuid not null,
  occurred_at timestamptz not null,
  primary key (company_id, source_record_id, purpose, recipient),
  constraint consent_state_event foreign key (company_id, event_id) references consent_event (company_id, id)
);
grant select, insert, update on consent_state to tasuki_app;

-- Each provision to a third party, on either side (APPI 29 and 30).
-- kind: company
create table consent_provision (
  company_id uuid not null,
  id uuid not null,
  share_id uuid not null,
  side text not null constraint consent_provision_side check (side in ('PROVIDER', 'RECIPIENT')),
  provider jsonb not null,
  recipient jsonb not null,
  items text[] not null,
  consent_event_id uuid,
  receipt_id uuid not null,
  how_obtained text not null,
  provided_at timestamptz not null,
  keep_until timestamptz not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint consent_provision_once unique (company_id, share_id, side)
);
grant select, insert on consent_provision to tasuki_app;

-- Whose data it was, with the least that identifies them, sealed; disposed of when the record need not be kept.
-- kind: company
create table consent_provision_subject (
  company_id uuid not null,
  provision_id uuid not null,
  source_record_id uuid,
  sealed_name text not null,
  primary key (company_id, provision_id),
  constraint consent_provision_subject_of foreign key (company_id, provision_id) references consent_provision (company_id, id)
);
create index consent_provision_subject_record on consent_provision_subject (company_id, source_record_id);
grant select, insert, delete on consent_provision_subject to tasuki_app;

-- What a person asked about their own data, and by when it must be answered.
-- kind: company, portal
create table consent_request (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint consent_request_kind check (kind in ('DISCLOSURE', 'CORRECTION', 'STOP', 'ERASURE', 'PROVISION_RECORDS')),
  via text not null constraint consent_request_via check (via in ('PORTAL', 'MAIL', 'PHONE', 'PAPER')),
  person_id uuid,
  source_record_id uuid,
  said text not null,
  state text not null constraint consent_request_state check (state in ('OPEN', 'ANSWERED', 'DECLINED')),
  opened_at timestamptz not null,
  due_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  version integer not null,
  primary key (company_id, id)
);
create index consent_request_due on consent_request (company_id, state, due_at);
grant select, insert, update on consent_request to tasuki_app;

-- One row per erasure: what must be erased again after a backup is restored, and a mark to copy it out of here.
-- kind: company, intents
create table consent_erasure (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  person_id uuid not null,
  source_record_ids uuid[] not null,
  lookups text[] not null,
  erased_at timestamptz not null,
  state text not null constraint consent_erasure_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  primary key (company_id, id)
);
create index consent_erasure_due on consent_erasure (due_at) where state = 'READY';
grant select, insert, update on consent_erasure to tasuki_app;

-- The keyed HMAC of an erased person's addresses, so that an import does not bring them back.
-- kind: company
create table consent_tombstone (
  company_id uuid not null,
  lookup text not null,
  erasure_id uuid not null,
  primary key (company_id, lookup),
  constraint consent_tombstone_of foreign key (company_id, erasure_id) references consent_erasure (company_id, id)
);
grant select, insert on consent_tombstone to tasuki_app;

-- kind: member
create table consent_member_text (
  member_id uuid not null,
  hash text not null,
  purpose text not null,
  language text not null constraint consent_member_text_language check (language in ('ja', 'en')),
  version integer not null,
  body text not null,
  recorded_at timestamptz not null,
  primary key (member_id, hash)
);
grant select, insert on consent_member_text to tasuki_app;

-- kind: member
create table consent_member_event (
  member_id uuid not null,
  id uuid not null,
  purpose text not null constraint consent_member_event_purpose check (purpose in ('POOL', 'RELAY_PROFILE', 'INTRODUCTION', 'FLOW_BACK')),
  recipient text not null,
  decision text not null constraint consent_member_event_decision check (decision in ('GIVEN', 'REFUSED', 'WITHDRAWN')),
  items text[] not null,
  text_hash text not null,
  how text not null constraint consent_member_event_how check (how in ('PORTAL', 'LETTER', 'FORM', 'PAPER', 'STAFF')),
  receipt_id uuid not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (member_id, id),
  constraint consent_member_event_text foreign key (member_id, text_hash) references consent_member_text (member_id, hash)
);
grant select, insert on consent_member_event to tasuki_app;

-- kind: member
create table consent_member_state (
  member_id uuid not null,
  purpose text not null,
  recipient text not null,
  decision text not null,
  event_id uuid not null,
  occurred_at timestamptz not null,
  primary key (member_id, purpose, recipient),
  constraint consent_member_state_event foreign key (member_id, event_id) references consent_member_event (member_id, id)
);
grant select, insert, update on consent_member_state to tasuki_app;

-- kind: member
create table consent_member_provision (
  member_id uuid not null,
  id uuid not null,
  share_id uuid not null,
  side text not null constraint consent_member_provision_side check (side in ('PROVIDER', 'RECIPIENT')),
  provider jsonb not null,
  recipient jsonb not null,
  items text[] not null,
  consent_event_id uuid not null,
  receipt_id uuid not null,
  how_obtained text not null,
  provided_at timestamptz not null,
  keep_until timestamptz not null,
  recorded_at timestamptz not null,
  primary key (member_id, id),
  constraint consent_member_provision_once unique (member_id, share_id, side),
  constraint consent_member_provision_consent foreign key (member_id, consent_event_id) references consent_member_event (member_id, id)
);
grant select, insert on consent_member_provision to tasuki_app;

-- kind: member
create table consent_member_provision_subject (
  member_id uuid not null,
  provision_id uuid not null,
  sealed_name text not null,
  primary key (member_id, provision_id),
  constraint consent_member_provision_subject_of foreign key (member_id, provision_id) references consent_member_provision (member_id, id)
);
grant select, insert, delete on consent_member_provision_subject to tasuki_app;

-- kind: member, intents
create table consent_member_erasure (
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  erased_at timestamptz not null,
  state text not null constraint consent_member_erasure_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  primary key (member_id, id)
);
create index consent_member_erasure_due on consent_member_erasure (due_at) where state = 'READY';
grant select, insert, update on consent_member_erasure to tasuki_app;
