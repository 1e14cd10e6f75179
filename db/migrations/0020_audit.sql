-- Who did or read what. Rows commit unchained with what they record; a sealer chains them within seconds.

-- kind: company
create table audit_event (
  company_id uuid not null,
  id uuid not null,
  action text not null constraint audit_event_action check (action ~ '^[a-z][a-z-]*(\.[a-z0-9-]+)+$'),
  actor_kind text not null constraint audit_event_actor check (actor_kind in ('staff', 'key', 'person', 'member', 'system')),
  actor_id text not null,
  subject_kind text,
  subject_id text,
  detail jsonb not null,
  request_id text not null,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
create index audit_event_of_subject on audit_event (company_id, subject_id, id);
create index audit_event_of_actor on audit_event (company_id, actor_id, id);
grant select, insert on audit_event to tasuki_app;

-- Each seal names the events it covers with the digest of each, and carries the hash of the seal before it.
-- kind: company
create table audit_seal (
  company_id uuid not null,
  sequence bigint not null constraint audit_seal_counts check (sequence > 0),
  event_ids uuid[] not null,
  digests text[] not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (company_id, sequence)
);
grant select, insert on audit_seal to tasuki_app;

-- One row per event that no seal covers yet, so that a request never waits for a row that another one holds.
-- kind: company, intents
create table audit_sealing (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null constraint audit_sealing_state check (state in ('READY', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  primary key (company_id, id)
);
create index audit_sealing_due on audit_sealing (due_at) where state = 'READY';
grant select, insert, update, delete on audit_sealing to tasuki_app;

-- kind: member
create table audit_member_event (
  member_id uuid not null,
  id uuid not null,
  action text not null constraint audit_member_event_action check (action ~ '^[a-z][a-z-]*(\.[a-z0-9-]+)+$'),
  actor_kind text not null constraint audit_member_event_actor check (actor_kind in ('staff', 'key', 'person', 'member', 'system')),
  actor_id text not null,
  subject_kind text,
  subject_id text,
  detail jsonb not null,
  request_id text not null,
  recorded_at timestamptz not null,
  primary key (member_id, id)
);
grant select, insert on audit_member_event to tasuki_app;

-- kind: member
create table audit_member_seal (
  member_id uuid not null,
  sequence bigint not null constraint audit_member_seal_counts check (sequence > 0),
  event_ids uuid[] not null,
  digests text[] not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (member_id, sequence)
);
grant select, insert on audit_member_seal to tasuki_app;

-- kind: member, intents
create table audit_member_sealing (
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null constraint audit_member_sealing_state check (state in ('READY', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  primary key (member_id, id)
);
create index audit_member_sealing_due on audit_member_sealing (due_at) where state = 'READY';
grant select, insert, update, delete on audit_member_sealing to tasuki_app;
