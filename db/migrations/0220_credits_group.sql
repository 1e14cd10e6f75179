-- Slots handed to another company of the same group, and what the operator gave or took by hand.

alter table credits_account drop constraint credits_account_covered;
-- Sources only give; what came and went by agreement is a net of either sign; every other account holds what it was given.
alter table credits_account add constraint credits_account_covered check (
  case
    when account in ('referrals.outside', 'referrals.debt', 'slots.issued') then balance <= 0
    when account in ('referrals.adjusted', 'slots.elsewhere', 'slots.adjusted') then true
    else balance >= 0
  end
);

-- A slot that was received or given was paid for by no referrals of this company.
alter table credits_slot alter column conversion_id drop not null;
alter table credits_slot drop constraint credits_slot_state;
alter table credits_slot add constraint credits_slot_state check (
  state in ('AVAILABLE', 'RESERVED', 'SPENT', 'EXPIRED', 'REVERSED', 'IN_TRANSIT', 'HANDED_OVER', 'TAKEN')
);
drop index credits_slot_live;
create index credits_slot_live on credits_slot (company_id, expires_at) where state in ('AVAILABLE', 'RESERVED', 'IN_TRANSIT');

-- Both companies keep the link between them: the parent declares it, the subsidiary agrees, either may end it.
-- kind: company
create table credits_group_link (
  company_id uuid not null,
  id uuid not null,
  -- What the other company is to this one.
  other text not null constraint credits_group_link_other check (other in ('PARENT', 'SUBSIDIARY')),
  other_id uuid,
  other_name text,
  other_number text not null,
  state text not null constraint credits_group_link_state
    check (state in ('DECLARED', 'NOT_FOUND', 'AGREED', 'REFUSED', 'ENDED')),
  version bigint not null,
  declared_at timestamptz not null,
  settled_at timestamptz,
  primary key (company_id, id)
);
grant select, insert, update on credits_group_link to tasuki_app;

-- Slots on their way to, or from, the other company of a link.
-- kind: company
create table credits_group_transfer (
  company_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  direction text not null constraint credits_group_transfer_direction check (direction in ('OUT', 'IN')),
  slots integer not null constraint credits_group_transfer_slots check (slots between 1 and 50),
  reason text not null,
  state text not null constraint credits_group_transfer_state check (state in ('IN_TRANSIT', 'DELIVERED', 'RETURNED')),
  refused text,
  actor_id text not null,
  sent_at timestamptz not null,
  settled_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, link_id) references credits_group_link (company_id, id)
);
create index credits_group_transfer_latest on credits_group_transfer (company_id, sent_at desc, id);
grant select, insert, update on credits_group_transfer to tasuki_app;
