-- How each company stands in the network: decided in the operator's realm, kept again in the company's own so that
-- nothing there has to look into another realm.

-- kind: company
create table accounts_network_decision (
  company_id uuid not null,
  employer_id uuid not null,
  standing text not null constraint accounts_network_decision_standing check (standing in ('UNVERIFIED', 'VERIFIED', 'SUSPENDED')),
  reason text,
  note text constraint accounts_network_decision_note check (char_length(note) <= 1000),
  -- Whether it was verified before: a suspended company comes back as what it was.
  was_verified boolean not null default false,
  agreement_on date,
  agreement_until date,
  licence_seen_on date,
  licence_until date,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (company_id, employer_id)
);
grant select, insert, update on accounts_network_decision to tasuki_app;

-- In the company's realm: what the operator's word is here. Without a row nobody has decided anything.
-- kind: company
create table accounts_network_standing (
  company_id uuid primary key,
  standing text not null constraint accounts_network_standing_known check (standing in ('UNVERIFIED', 'VERIFIED', 'SUSPENDED')),
  reason text,
  -- The operator stopped the whole network.
  is_stopped boolean not null default false,
  -- Rules of the network that hold in every company, by the names of the terms that they set.
  terms jsonb not null default '{}',
  version integer not null,
  -- When the operator's realm was read; an older word that comes late changes nothing.
  as_of timestamptz not null,
  changed_at timestamptz not null
);
grant select, insert, update on accounts_network_standing to tasuki_app;
