-- What a company says of itself so that the operator can see whether the network is fair to companies of every kind: its
-- industry (日本標準産業分類, 大分類), its size and the region of its address.

alter table accounts_company add column industry text
  constraint accounts_company_industry check (industry ~ '^[A-T]$');
alter table accounts_company add column employees text
  constraint accounts_company_employees check (employees in ('UNDER_50', 'UNDER_300', 'UNDER_1000', 'FROM_1000'));
alter table accounts_network_company add column industry text;
alter table accounts_network_company add column employees text;
alter table accounts_network_company add column region text;
