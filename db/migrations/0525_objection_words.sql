-- What a person adds to an objection: their own copy, and what the operator reads who decides it.
alter table introductions_member_promise add column objection text;

-- kind: company
create table introductions_network_objection (
  company_id uuid not null,
  promise_id uuid not null,
  -- Blank once the person is erased, or a year after the decision.
  words text not null,
  said_at timestamptz not null,
  -- 1 what was said, 2 that the person is gone: the older word that comes late changes nothing.
  version bigint not null,
  primary key (company_id, promise_id)
);
grant select, insert, update (words, said_at, version) on introductions_network_objection to tasuki_app;
