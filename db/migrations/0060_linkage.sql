-- Pairs of records that may be about one human, and the pairs that are known not to be.

-- kind: company
create table linkage_candidate (
  company_id uuid not null,
  id uuid not null,
  one_record_id uuid not null,
  other_record_id uuid not null,
  reasons jsonb not null,
  score real not null,
  state text not null constraint linkage_candidate_state check (state in ('OPEN', 'SAME', 'NOT_SAME', 'LATER')),
  merge_id uuid,
  decided_by text,
  decided_at timestamptz,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint linkage_candidate_once unique (company_id, one_record_id, other_record_id),
  constraint linkage_candidate_same check ((state = 'SAME') = (merge_id is not null)),
  foreign key (company_id, one_record_id) references people_source_record (company_id, id),
  foreign key (company_id, other_record_id) references people_source_record (company_id, id)
);
create index linkage_candidate_queue on linkage_candidate (company_id, state, score desc, id);
create index linkage_candidate_other on linkage_candidate (company_id, other_record_id);
grant select, insert, update, delete on linkage_candidate to tasuki_app;

-- "Not the same person", remembered between two records with the evidence it was decided on.
-- kind: company
create table linkage_refusal (
  company_id uuid not null,
  one_record_id uuid not null,
  other_record_id uuid not null,
  evidence jsonb not null,
  decided_by text not null,
  recorded_at timestamptz not null,
  primary key (company_id, one_record_id, other_record_id),
  foreign key (company_id, one_record_id) references people_source_record (company_id, id),
  foreign key (company_id, other_record_id) references people_source_record (company_id, id)
);
create index linkage_refusal_other on linkage_refusal (company_id, other_record_id);
grant select, insert, update, delete on linkage_refusal to tasuki_app;
