-- The pool as staff work with it: tags, saved segments, and what each person is found by.

-- kind: company
create table pool_tag (
  company_id uuid not null,
  id uuid not null,
  name text not null constraint pool_tag_named check (char_length(name) between 1 and 60),
  name_key text not null,
  tone text not null default 'plain',
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint pool_tag_name unique (company_id, name_key)
);
grant select, insert, update, delete on pool_tag to tasuki_app;

-- A tag hangs on the record it came by, so that an unmerge gives it back to whom it was given.
-- kind: company
create table pool_tagging (
  company_id uuid not null,
  tag_id uuid not null,
  source_record_id uuid not null,
  actor text not null,
  recorded_at timestamptz not null,
  primary key (company_id, tag_id, source_record_id),
  foreign key (company_id, tag_id) references pool_tag (company_id, id) on delete cascade,
  foreign key (company_id, source_record_id) references people_source_record (company_id, id)
);
create index pool_tagging_record on pool_tagging (company_id, source_record_id);
grant select, insert, delete on pool_tagging to tasuki_app;

-- One change of a tag on many persons, with exactly the records it changed, so that it can be undone.
-- kind: company
create table pool_tag_operation (
  company_id uuid not null,
  id uuid not null,
  tag_id uuid not null,
  kind text not null constraint pool_tag_operation_kind check (kind in ('ADD', 'REMOVE')),
  source_record_ids uuid[] not null,
  actor text not null,
  recorded_at timestamptz not null,
  undone_at timestamptz,
  primary key (company_id, id)
);
grant select, insert, update on pool_tag_operation to tasuki_app;

-- What a person is found by, computed from profile, applications, evaluations and tags; can be rebuilt.
-- kind: company
create table pool_facet (
  company_id uuid not null,
  kind text not null,
  key text not null,
  person_id uuid not null,
  primary key (company_id, kind, key, person_id)
);
create index pool_facet_person on pool_facet (company_id, person_id);
grant select, insert, delete on pool_facet to tasuki_app;

-- kind: company
create table pool_segment (
  company_id uuid not null,
  id uuid not null,
  name text not null constraint pool_segment_named check (char_length(name) between 1 and 80),
  filter jsonb not null,
  staff_id uuid not null,
  is_shared boolean not null default true,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
grant select, insert, update, delete on pool_segment to tasuki_app;
