-- Mail to and from people: what is to be sent, personal links, addresses not to be written to, and what came back.

-- The row is the record of a mail. READY waits for its time; SENDING has begun to talk to the mail server, and a
-- lease that runs out there leaves UNKNOWN: nobody can know whether it was taken, so it is never sent again by itself.
-- kind: company, intents
create table messages_mail (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null constraint messages_mail_state check (state in ('READY', 'SENDING', 'SENT', 'REFUSED', 'UNKNOWN', 'CANCELLED', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  tries integer not null default 0,
  first_tried_at timestamptz,
  last_error text,
  message_id text not null,
  recipient text,
  recipient_hash text not null,
  person_id uuid,
  source_record_id uuid,
  from_name text not null,
  -- Subject, text, HTML and the tokens of its headers, sealed while they are needed for sending; without the tokens after.
  content text,
  reply_hash text not null,
  unsubscribe_hash text,
  reply_to_staff uuid,
  in_window boolean not null,
  settled_at timestamptz,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
create index messages_mail_due on messages_mail (due_at) where state = 'READY';
create index messages_mail_begun on messages_mail (lease_until) where state = 'SENDING';
create index messages_mail_reply on messages_mail (company_id, reply_hash);
create index messages_mail_unsubscribe on messages_mail (company_id, unsubscribe_hash);
create index messages_mail_person on messages_mail (company_id, person_id, recorded_at);
create index messages_mail_record on messages_mail (company_id, source_record_id);
create index messages_mail_state_list on messages_mail (company_id, state, id);
grant select, insert, update on messages_mail to tasuki_app;

-- Each try and each end of a mail, with what the server said.
-- kind: company
create table messages_event (
  company_id uuid not null,
  id uuid not null,
  mail_id uuid not null,
  kind text not null,
  answer text,
  actor_id text not null,
  occurred_at timestamptz not null,
  primary key (company_id, id),
  constraint messages_event_mail foreign key (company_id, mail_id) references messages_mail (company_id, id)
);
create index messages_event_of_mail on messages_event (company_id, mail_id, id);
grant select, insert on messages_event to tasuki_app;

-- A personal link: only the hash of its secret is kept, and it serves one purpose of one person.
-- kind: company
create table messages_link (
  company_id uuid not null,
  id uuid not null,
  secret_hash text not null,
  purpose text not null constraint messages_link_purpose check (purpose in ('LETTER', 'PORTAL', 'INTRODUCTION')),
  person_id uuid not null,
  source_record_id uuid,
  subject_id uuid,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint messages_link_secret unique (company_id, secret_hash)
);
create index messages_link_subject on messages_link (company_id, purpose, person_id, subject_id);
grant select, insert, update on messages_link to tasuki_app;

-- Addresses not to be written to, as a keyed hash that is another one in every company.
-- kind: company
create table messages_suppression (
  company_id uuid not null,
  address_hash text not null,
  reason text not null constraint messages_suppression_reason check (reason in ('HARD_BOUNCE', 'COMPLAINT', 'UNSUBSCRIBE', 'UNREACHABLE')),
  mail_id uuid,
  recorded_at timestamptz not null,
  primary key (company_id, address_hash, reason)
);
grant select, insert, delete on messages_suppression to tasuki_app;

-- kind: company
create table messages_unsubscribe (
  company_id uuid not null,
  id uuid not null,
  mail_id uuid not null,
  how text not null constraint messages_unsubscribe_how check (how in ('ONE_CLICK', 'PAGE', 'REPLY', 'STAFF')),
  occurred_at timestamptz not null,
  primary key (company_id, id)
);
grant select, insert on messages_unsubscribe to tasuki_app;

-- What arrived by SMTP, whole, before its receipt was acknowledged; read afterwards.
-- kind: company, intents
create table messages_inbound (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null constraint messages_inbound_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  mail_id uuid not null,
  return_path text not null,
  raw bytea,
  outcome text,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint messages_inbound_mail foreign key (company_id, mail_id) references messages_mail (company_id, id)
);
create index messages_inbound_due on messages_inbound (due_at) where state = 'READY';
grant select, insert, update on messages_inbound to tasuki_app;

-- What a human wrote back.
-- kind: company
create table messages_reply (
  company_id uuid not null,
  id uuid not null,
  mail_id uuid not null,
  person_id uuid,
  source_record_id uuid,
  message_id text not null,
  from_address text,
  subject text,
  body text,
  attachments integer not null,
  received_at timestamptz not null,
  primary key (company_id, id),
  constraint messages_reply_once unique (company_id, mail_id, message_id)
);
create index messages_reply_person on messages_reply (company_id, person_id, received_at);
grant select, insert, update on messages_reply to tasuki_app;

-- Each contact that counted against what a person is to be spared.
-- kind: company
create table messages_budget (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  spent_at timestamptz not null,
  primary key (company_id, id)
);
create index messages_budget_person on messages_budget (company_id, person_id, spent_at);
grant select, insert, update, delete on messages_budget to tasuki_app;

-- A template is data with versions; a letter keeps the version it was written from.
-- kind: company
create table messages_template (
  company_id uuid not null,
  id uuid not null,
  stage text not null,
  offer text not null,
  locale text not null constraint messages_template_locale check (locale in ('ja', 'en')),
  version integer not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint messages_template_once unique (company_id, stage, offer, locale)
);
grant select, insert, update on messages_template to tasuki_app;

-- kind: company
create table messages_template_version (
  company_id uuid not null,
  template_id uuid not null,
  version integer not null,
  subject text not null,
  body text not null,
  written_by text not null,
  recorded_at timestamptz not null,
  primary key (company_id, template_id, version),
  constraint messages_template_version_of foreign key (company_id, template_id) references messages_template (company_id, id)
);
grant select, insert on messages_template_version to tasuki_app;
