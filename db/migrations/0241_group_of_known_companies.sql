-- To which group a company belongs, for the operator to keep whoever blocked one company of it from all of them.
alter table accounts_network_company add column group_number text;
alter table accounts_network_company add column group_name text;
