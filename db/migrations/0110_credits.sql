-- The double-entry ledger of each company: what it referred, and the slots that this earned.

-- kind: company
create table credits_account (
  company_id uuid not null,
  account text not null,
  balance bigint not null,
  primary key (company_id, account),
  -- Sources stand for the world outside and only ever give; every other account only holds what it was given.
  constraint credits_account_covered check (
    case when account in ('referrals.outside', 'referrals.debt', 'slots.issued') then balance <= 0 else balance >= 0 end
  )
);
grant select, insert, update on credits_account to tasuki_app;

-- kind: company
create table credits_transfer (
  company_id uuid not null,
  -- Chosen by the caller: sending it again moves nothing.
  id text not null,
  sequence bigint not null,
  kind text not null,
  from_account text not null,
  to_account text not null,
  amount bigint not null constraint credits_transfer_moves check (amount > 0 and from_account <> to_account),
  reason text not null,
  names text,
  -- `<group>:<named transfer>`: of one group, a transfer is settled once.
  settles text,
  expires_at timestamptz,
  actor_id text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint credits_transfer_in_order unique (company_id, sequence),
  constraint credits_transfer_settles_once unique (company_id, settles),
  foreign key (company_id, from_account) references credits_account (company_id, account),
  foreign key (company_id, to_account) references credits_account (company_id, account)
);
create index credits_transfer_names on credits_transfer (company_id, names);
grant select, insert on credits_transfer to tasuki_app;

-- What follows from the transfers for each slot, kept beside them so that a request need not read them all.
-- kind: company
create table credits_slot (
  company_id uuid not null,
  id text not null,
  sequence bigint not null,
  conversion_id text not null,
  state text not null constraint credits_slot_state check (state in ('AVAILABLE', 'RESERVED', 'SPENT', 'EXPIRED', 'REVERSED')),
  granted_at timestamptz not null,
  expires_at timestamptz,
  reservation_id text,
  primary key (company_id, id),
  foreign key (company_id, id) references credits_transfer (company_id, id)
);
create index credits_slot_live on credits_slot (company_id, expires_at) where state in ('AVAILABLE', 'RESERVED');
grant select, insert, update on credits_slot to tasuki_app;

-- When each slot's time is over, for the sweeper; what happens then is decided by the ledger.
-- kind: company, intents
create table credits_expiry (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  slot_id text not null,
  state text not null constraint credits_expiry_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  primary key (company_id, id),
  foreign key (company_id, slot_id) references credits_slot (company_id, id)
);
create index credits_expiry_due on credits_expiry (due_at) where state = 'READY';
grant select, insert, update on credits_expiry to tasuki_app;
