-- When a member may be reached, how often somebody has reached them, and when they are asked whether things go on.

-- Hours of Japan's clock during which no mail leaves; it waits until they are over.
alter table relay_member add column quiet_from smallint;
alter table relay_member add column quiet_until smallint;
alter table relay_member add constraint relay_member_quiet check (
  (quiet_from is null and quiet_until is null)
  or (quiet_from between 0 and 23 and quiet_until between 0 and 23 and quiet_from <> quiet_until));

-- Each contact that counts against the number the member set, over all employers and the network itself.
-- kind: member
create table relay_contact (
  member_id uuid not null,
  id uuid not null,
  kind text not null constraint relay_contact_kind check (kind in ('INTRODUCTION', 'RENEWAL')),
  spent_at timestamptz not null,
  primary key (member_id, id)
);
create index relay_contact_spent on relay_contact (member_id, spent_at);
grant select, insert, delete on relay_contact to tasuki_app;

-- The member's one clock: due when something is to be asked about or ends. IDLE while nothing is ahead.
-- kind: member, intents
create table relay_clock (
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null constraint relay_clock_state check (state in ('READY', 'IDLE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  primary key (member_id, id),
  constraint relay_clock_of foreign key (member_id) references relay_member (member_id)
);
create index relay_clock_due on relay_clock (due_at) where state = 'READY';
grant select, insert, update on relay_clock to tasuki_app;

-- A mail that asks whether what is about to end goes on. Its link's secret is derived and stands nowhere.
-- kind: member, intents
create table relay_notice (
  member_id uuid not null,
  id uuid not null,
  kind text not null constraint relay_notice_kind check (kind in ('RENEWAL')),
  -- What ends when: purpose, recipient and moment of each.
  about jsonb not null,
  state text not null constraint relay_notice_state check (state in ('READY', 'SENT', 'REFUSED', 'UNKNOWN', 'CANCELLED', 'DEAD')),
  sending_since timestamptz,
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  settled_at timestamptz,
  secret_hash text,
  link_until timestamptz,
  revoked_at timestamptz,
  primary key (member_id, id),
  constraint relay_notice_secret unique (member_id, secret_hash),
  constraint relay_notice_of foreign key (member_id) references relay_member (member_id)
);
create index relay_notice_due on relay_notice (due_at) where state = 'READY';
grant select, insert, update on relay_notice to tasuki_app;
