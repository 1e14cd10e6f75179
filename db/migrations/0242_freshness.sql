-- What people answered to proposed changes of what is held about them.

-- kind: company
create table freshness_answer (
  company_id uuid not null,
  -- The claim that was put before the person: one answer to each.
  claim_id uuid not null,
  -- The record that the claim hangs on, which an erasure goes by.
  source_record_id uuid not null,
  answer text not null constraint freshness_answer_said check (answer in ('ACCEPTED', 'CORRECTED', 'REFUSED')),
  answered_at timestamptz not null,
  primary key (company_id, claim_id)
);
create index freshness_answer_record on freshness_answer (company_id, source_record_id);
grant select, insert, delete on freshness_answer to tasuki_app;
