-- How each introduction stands, for the operator: whose it is and when, never of whom.

-- kind: company
create table introductions_network (
  company_id uuid not null,
  id uuid not null,
  employer_id uuid not null,
  state text not null constraint introductions_network_state check (state in ('ASKED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'CANCELLED')),
  progress text,
  asked_at timestamptz not null,
  ended_at timestamptz,
  version bigint not null,
  primary key (company_id, id)
);
grant select, insert, update on introductions_network to tasuki_app;
