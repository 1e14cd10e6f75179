-- What hiring cost, as the company says: by month, kind and, where it belongs to one, channel. No person's data.

-- kind: company
create table insights_cost (
  company_id uuid not null,
  id uuid not null,
  month date not null constraint insights_cost_of_a_month check (extract(day from month) = 1),
  kind text not null constraint insights_cost_kind check (kind in ('ADVERTISING', 'AGENCY_FEE', 'HOURS', 'OTHER')),
  channel text constraint insights_cost_channel check (channel in ('DIRECT', 'JOB_BOARD', 'AGENCY', 'EMPLOYEE_REFERRAL', 'EVENT', 'ALUMNI', 'SCOUT', 'RELAY', 'OTHER')),
  amount_yen bigint not null constraint insights_cost_amount check (amount_yen between 1 and 100000000000),
  note text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
create index insights_cost_month on insights_cost (company_id, month);
grant select, insert, update, delete on insights_cost to tasuki_app;
