-- Where the network wants it, its operator looks at each request before the person is asked. In the operator's realm.
-- kind: company
create table introductions_gate (
  company_id uuid not null,
  id uuid not null,
  employer_id uuid not null,
  job jsonb,
  message text,
  shown jsonb,
  promises jsonb,
  state text not null constraint introductions_gate_state check (state in ('WAITING', 'PASSED', 'REFUSED', 'LAPSED', 'WITHDRAWN')),
  reason text,
  note text,
  asked_at timestamptz not null,
  decide_by timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  version bigint not null,
  primary key (company_id, id),
  constraint introductions_gate_decided check ((state = 'WAITING') = (decided_at is null)),
  constraint introductions_gate_refused check ((state = 'REFUSED') = (reason is not null))
);
create index introductions_gate_list on introductions_gate (company_id, state, id);
grant select, insert, update on introductions_gate to tasuki_app;

-- How a request of the company stands with the operator, in the company's realm. No row: nobody had to look at it.
-- kind: company
create table introductions_gate_copy (
  company_id uuid not null,
  id uuid not null,
  state text not null constraint introductions_gate_copy_state check (state in ('WAITING', 'PASSED', 'REFUSED', 'LAPSED', 'WITHDRAWN')),
  reason text,
  note text,
  decide_by timestamptz not null,
  version bigint not null,
  primary key (company_id, id),
  constraint introductions_gate_copy_of foreign key (company_id, id) references introductions_request (company_id, id)
);
grant select, insert, update on introductions_gate_copy to tasuki_app;

alter table introductions_request drop constraint introductions_request_because;
alter table introductions_request add constraint introductions_request_because
  check (ended_because in ('SUSPENDED', 'NETWORK_STOPPED', 'MODE', 'GATE_REFUSED', 'GATE_LAPSED'));
