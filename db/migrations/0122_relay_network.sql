-- The operator's side of the relay: referrals of all companies by their ids, and how many members there are. Neither
-- names a person, a letter or a record.

-- kind: company
create table relay_network_referral (
  company_id uuid not null,
  id uuid not null,
  employer_id uuid not null,
  state text not null constraint relay_network_referral_state check (state in ('HELD', 'COUNTED', 'DROPPED', 'REFUSED', 'REVERSED')),
  reason text,
  version integer not null,
  registered_at timestamptz not null,
  settled_at timestamptz,
  take_back_asked_at timestamptz,
  take_back_by text,
  primary key (company_id, id)
);
create index relay_network_referral_list on relay_network_referral (company_id, state, id);
create index relay_network_referral_employer on relay_network_referral (company_id, employer_id, registered_at);
grant select, insert, update on relay_network_referral to tasuki_app;

-- One row per member under a keyed hash that stands nowhere else.
-- kind: company
create table relay_network_member (
  company_id uuid not null,
  ref text not null,
  state text not null constraint relay_network_member_state check (state in ('ACTIVE', 'WITHDRAWN', 'ERASED')),
  version bigint not null,
  changed_at timestamptz not null,
  primary key (company_id, ref)
);
grant select, insert, update on relay_network_member to tasuki_app;
