-- When the company last changed the line of business it states: people are hidden by it, so it may not be tried out.
alter table accounts_company add column industry_changed_at timestamptz;
