-- How each company's ledger stands, for the operator: sums by company, filled by announcements.

-- kind: company
create table credits_network_balance (
  company_id uuid not null,
  employer_id uuid not null,
  held integer not null,
  counted integer not null,
  debt integer not null,
  available integer not null,
  reserved integer not null,
  spent integer not null,
  expired integer not null,
  referrals_per_slot integer not null,
  next_expiry timestamptz,
  as_of timestamptz not null,
  primary key (company_id, employer_id)
);
grant select, insert, update on credits_network_balance to tasuki_app;
