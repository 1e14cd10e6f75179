-- What the operator's decisions and the dates of papers mean for a company: told to its administrators by mail, and shown
-- over its pages until each reader has put it away. In the operator's realm the same about the papers of its companies.

-- kind: company
create table accounts_notice (
  company_id uuid not null references accounts_company (company_id),
  id uuid not null,
  kind text not null constraint accounts_notice_kind check (kind in ('VERIFIED', 'SUSPENDED', 'RESUMED', 'STOPPED', 'CONTINUED', 'MODE_CHANGED', 'PAPER_ENDS', 'PAPER_ENDED')),
  detail jsonb not null,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
create index accounts_notice_recent on accounts_notice (company_id, recorded_at);
grant select, insert, delete on accounts_notice to tasuki_app;

-- Who of the staff has put a notice away.
-- kind: company
create table accounts_notice_read (
  company_id uuid not null,
  notice_id uuid not null,
  staff_id uuid not null,
  read_at timestamptz not null,
  primary key (company_id, notice_id, staff_id),
  constraint accounts_notice_read_of foreign key (company_id, notice_id) references accounts_notice (company_id, id) on delete cascade,
  constraint accounts_notice_read_by foreign key (company_id, staff_id) references accounts_staff (company_id, id)
);
grant select, insert, delete on accounts_notice_read to tasuki_app;

-- The mode in force that the company's administrators were told of last; without a row nothing was to tell yet.
-- kind: company
create table accounts_mode_told (
  company_id uuid primary key references accounts_company (company_id),
  mode text not null constraint accounts_mode_told_mode check (mode in ('IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT')),
  told_at timestamptz not null
);
grant select, insert, update on accounts_mode_told to tasuki_app;

alter table accounts_errand add column notice_id uuid;
alter table accounts_errand drop constraint accounts_errand_kind;
alter table accounts_errand add constraint accounts_errand_kind
  check (kind in ('INVITATION', 'PASSWORD_RESET', 'SECOND_FACTOR_RESET', 'SIGN_OUT', 'NOTICE'));

-- The dates of the company's own papers, for it to see, and the moment from which a verified company is out of the network.
alter table accounts_network_standing add column agreement_until date;
alter table accounts_network_standing add column licence_until date;
alter table accounts_network_standing add column papers_end_at timestamptz;
