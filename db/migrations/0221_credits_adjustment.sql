-- Corrections of a company's ledger by the operator: one proposes, another one decides. Rows of the operator's realm.

-- kind: company
create table credits_adjustment (
  company_id uuid not null,
  id uuid not null,
  employer_id uuid not null,
  unit text not null constraint credits_adjustment_unit check (unit in ('slots', 'referrals')),
  amount integer not null constraint credits_adjustment_amount check (amount <> 0 and amount between -100 and 100),
  reason text not null,
  state text not null constraint credits_adjustment_state
    check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'APPLIED', 'FAILED')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  -- The ledger's rule that did not allow it.
  refused text,
  settled_at timestamptz,
  primary key (company_id, id),
  constraint credits_adjustment_by_two check (state in ('PROPOSED', 'WITHDRAWN') or decided_by <> proposed_by)
);
create index credits_adjustment_latest on credits_adjustment (company_id, proposed_at desc, id);
grant select, insert, update on credits_adjustment to tasuki_app;
