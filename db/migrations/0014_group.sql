-- The group of companies that the mode GROUP is about: its name, and the corporate number of the company at its head.
alter table accounts_company add column group_name text;
alter table accounts_company add column group_number text;
alter table accounts_company add constraint accounts_company_group_number check (group_number ~ '^[0-9]{13}$');
