-- What the operator knows of the companies of the installation: the least that a healthy, lawful network needs.

-- kind: company
create table accounts_network_company (
  company_id uuid not null,
  employer_id uuid not null,
  name text not null,
  corporate_number text,
  operating_mode text not null constraint accounts_network_company_mode check (operating_mode in ('IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT')),
  licence_number text,
  known_since timestamptz not null,
  -- When the company stood so; an older word that comes late changes nothing.
  as_of timestamptz not null,
  primary key (company_id, employer_id)
);
grant select, insert, update on accounts_network_company to tasuki_app;
