-- What one record says that linkage compares, and the keys it is found by. Can be made again from the claims.
-- kind: company
create table linkage_record (
  company_id uuid not null,
  source_record_id uuid not null,
  stated jsonb not null,
  keys jsonb not null,
  terms jsonb not null,
  primary key (company_id, source_record_id),
  foreign key (company_id, source_record_id) references people_source_record (company_id, id)
);
grant select, insert, update, delete on linkage_record to tasuki_app;

-- Postings of those keys, hashed to 48 bits: row security lets equality alone use its index.
-- kind: company
create table linkage_key (
  company_id uuid not null,
  key bigint not null,
  source_record_id uuid not null,
  primary key (company_id, key, source_record_id),
  foreign key (company_id, source_record_id) references people_source_record (company_id, id)
);
create index linkage_key_record on linkage_key (company_id, source_record_id);
grant select, insert, delete on linkage_key to tasuki_app;

-- How many records hold a value (a hash of field and value), as last counted; values of one record alone are left out.
-- kind: company
create table linkage_term (
  company_id uuid not null,
  term bigint not null,
  holders integer not null,
  primary key (company_id, term)
);
grant select, insert, delete on linkage_term to tasuki_app;

-- kind: company
create table linkage_count (
  company_id uuid not null,
  records integer not null,
  counted_at timestamptz not null,
  primary key (company_id)
);
grant select, insert, update on linkage_count to tasuki_app;

-- What a company decides by itself about each route of intake; the highest version is in force.
-- kind: company
create table linkage_rules (
  company_id uuid not null,
  version integer not null,
  rules jsonb not null,
  decided_by text not null,
  recorded_at timestamptz not null,
  primary key (company_id, version)
);
grant select, insert on linkage_rules to tasuki_app;

-- A pair that was linked by itself stands beside those that a human decides: it can be looked at and undone like them.
alter table linkage_candidate drop constraint linkage_candidate_state;
alter table linkage_candidate add constraint linkage_candidate_state check (state in ('OPEN', 'SAME', 'NOT_SAME', 'LATER', 'JOINED'));
alter table linkage_candidate drop constraint linkage_candidate_same;
alter table linkage_candidate add constraint linkage_candidate_same check ((state in ('SAME', 'JOINED')) = (merge_id is not null));
-- The route of intake it came by, and what it was judged by.
alter table linkage_candidate add column route text not null default 'IMPORT';
alter table linkage_candidate add column rules_version integer not null default 0;
alter table linkage_candidate add column model text not null default '';
create index linkage_candidate_merge on linkage_candidate (company_id, merge_id) where merge_id is not null;
