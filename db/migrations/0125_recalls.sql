-- What was asked back of a recipient, until the recipient's side has taken it up. One that has not within five minutes
-- is put before the operator's people; its acknowledgement may still come.
-- kind: member, intents
create table relay_recall (
  member_id uuid not null,
  -- The share that is asked back.
  id uuid not null,
  kind text not null,
  state text not null constraint relay_recall_state check (state in ('READY', 'ACKNOWLEDGED', 'ESCALATED', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  asked_at timestamptz not null,
  acknowledged_at timestamptz,
  primary key (member_id, id),
  constraint relay_recall_of foreign key (member_id, id) references relay_share (member_id, id)
);
create index relay_recall_due on relay_recall (due_at) where state = 'READY';
grant select, insert, update on relay_recall to tasuki_app;
