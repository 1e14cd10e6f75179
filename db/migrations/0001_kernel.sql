-- What every module stands on: the installation's own row, the outboxes, and what was already done under a key.

-- kind: local
create table kernel_installation (
  id text primary key constraint kernel_installation_single check (id = 'installation'),
  clock_offset_ms bigint not null default 0,
  demonstration boolean not null default false,
  recorded_at timestamptz not null
);
grant select, insert, update on kernel_installation to tasuki_app;

-- Mail addresses and the like arrive before their realm is known: the keyed HMAC of the value names the realm. It is
-- claimed with ON CONFLICT DO NOTHING before the realm's own transaction, so a value belongs to one realm.
-- kind: directory
create table kernel_directory (
  lookup text not null,
  kind text not null,
  realm_id uuid not null,
  recorded_at timestamptz not null,
  primary key (lookup, kind)
);
grant select, insert, delete on kernel_directory to tasuki_app;

-- One row per subscriber of an announcement, written with the change that it announces.
-- kind: company, intents
create table company_outbox (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  subscriber text not null,
  subject_id uuid not null,
  version bigint not null,
  payload jsonb not null,
  state text not null constraint company_outbox_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
create index company_outbox_due on company_outbox (due_at) where state = 'READY';
grant select, insert, update, delete on company_outbox to tasuki_app;

-- kind: member, intents
create table member_outbox (
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  subscriber text not null,
  subject_id uuid not null,
  version bigint not null,
  payload jsonb not null,
  state text not null constraint member_outbox_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  recorded_at timestamptz not null,
  primary key (member_id, id)
);
create index member_outbox_due on member_outbox (due_at) where state = 'READY';
grant select, insert, update, delete on member_outbox to tasuki_app;

-- The newest version of a subject that a subscriber has applied; older ones are ignored.
-- kind: company
create table company_applied (
  company_id uuid not null,
  subscriber text not null,
  subject_id uuid not null,
  version bigint not null,
  primary key (company_id, subscriber, subject_id)
);
grant select, insert, update on company_applied to tasuki_app;

-- kind: member
create table member_applied (
  member_id uuid not null,
  subscriber text not null,
  subject_id uuid not null,
  version bigint not null,
  primary key (member_id, subscriber, subject_id)
);
grant select, insert, update on member_applied to tasuki_app;

-- The answer to a write that was sent under an idempotency key, for repeating it.
-- kind: company
create table company_idempotency (
  company_id uuid not null,
  actor_id text not null,
  key text not null,
  route text not null,
  body_hash text not null,
  status integer not null,
  answer jsonb not null,
  recorded_at timestamptz not null,
  primary key (company_id, actor_id, key)
);
create index company_idempotency_age on company_idempotency (company_id, recorded_at);
grant select, insert, delete on company_idempotency to tasuki_app;
