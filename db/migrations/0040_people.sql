-- What each source said about a human, which records belong to which person, and the profile shown.

-- kind: company
create table people_source_record (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint people_source_record_kind check (kind in ('FORM', 'IMPORT', 'WEBHOOK', 'MAIL', 'STAFF', 'PERSON', 'MEMBER')),
  connection_id uuid,
  remote_id text,
  label text not null,
  observed_at timestamptz not null,
  recorded_at timestamptz not null,
  erased_at timestamptz,
  primary key (company_id, id),
  constraint people_source_record_once unique (company_id, connection_id, remote_id)
);
grant select, insert, update on people_source_record to tasuki_app;

-- `forwarded_to` is the person who stands for this one after merges; null for one who stands alone.
-- kind: company
create table people_person (
  company_id uuid not null,
  id uuid not null,
  state text not null default 'ACTIVE' constraint people_person_state check (state in ('ACTIVE', 'MERGED', 'ERASED')),
  forwarded_to uuid,
  version bigint not null default 0,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint people_person_forwarded check ((state = 'MERGED') = (forwarded_to is not null)),
  constraint people_person_forwards_here foreign key (company_id, forwarded_to) references people_person (company_id, id)
);
create index people_person_forwards on people_person (company_id, forwarded_to);
grant select, insert, update on people_person to tasuki_app;

-- The person a record belongs to by itself (`home_person_id`) and the one it belongs to through the merges in force.
-- kind: company
create table people_link (
  company_id uuid not null,
  source_record_id uuid not null,
  home_person_id uuid not null,
  person_id uuid not null,
  linked_at timestamptz not null,
  primary key (company_id, source_record_id),
  foreign key (company_id, source_record_id) references people_source_record (company_id, id),
  foreign key (company_id, home_person_id) references people_person (company_id, id),
  foreign key (company_id, person_id) references people_person (company_id, id)
);
create index people_link_person on people_link (company_id, person_id);
create index people_link_home on people_link (company_id, home_person_id);
grant select, insert, update on people_link to tasuki_app;

-- kind: company
create table people_link_event (
  company_id uuid not null,
  id uuid not null,
  source_record_id uuid not null,
  from_person_id uuid,
  to_person_id uuid not null,
  merge_id uuid,
  reason text not null,
  actor text not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, source_record_id) references people_source_record (company_id, id)
);
create index people_link_event_record on people_link_event (company_id, source_record_id);
grant select, insert on people_link_event to tasuki_app;

-- One merge. While it is in force the dissolved person's records belong to the survivor's.
-- kind: company
create table people_merge (
  company_id uuid not null,
  id uuid not null,
  survivor_id uuid not null,
  dissolved_id uuid not null,
  reason text not null,
  actor text not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  undone_by text,
  primary key (company_id, id),
  constraint people_merge_of_two check (survivor_id <> dissolved_id),
  foreign key (company_id, survivor_id) references people_person (company_id, id),
  foreign key (company_id, dissolved_id) references people_person (company_id, id)
);
create unique index people_merge_dissolved_once on people_merge (company_id, dissolved_id) where undone_at is null;
create index people_merge_survivor on people_merge (company_id, survivor_id);
grant select, insert, update on people_merge to tasuki_app;

-- A null value says that the source no longer states the field. Rows go only by erasure.
-- kind: company
create table people_claim (
  company_id uuid not null,
  id uuid not null,
  source_record_id uuid not null,
  field text not null,
  value jsonb,
  observed_at timestamptz not null,
  recorded_at timestamptz not null,
  confidence real not null default 1 constraint people_claim_confidence check (confidence between 0 and 1),
  withdraws uuid,
  actor text not null,
  primary key (company_id, id),
  foreign key (company_id, source_record_id) references people_source_record (company_id, id)
);
create index people_claim_record on people_claim (company_id, source_record_id, field);
grant select, insert, delete on people_claim to tasuki_app;

-- Exact keys a record can be found by: normalised mail, phone, reading with birth date.
-- kind: company
create table people_identifier (
  company_id uuid not null,
  kind text not null,
  key text not null,
  source_record_id uuid not null,
  primary key (company_id, kind, key, source_record_id),
  foreign key (company_id, source_record_id) references people_source_record (company_id, id)
);
create index people_identifier_record on people_identifier (company_id, source_record_id);
grant select, insert, delete on people_identifier to tasuki_app;

-- The profile shown: for each field the winning claim and where it came from. Can be rebuilt from the claims.
-- kind: company, portal
create table people_profile (
  company_id uuid not null,
  person_id uuid not null,
  name text,
  name_kana text,
  sort_key text not null,
  email text,
  phone text,
  employer text,
  title text,
  prefecture text,
  fields jsonb not null,
  record_count integer not null,
  observed_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (company_id, person_id),
  foreign key (company_id, person_id) references people_person (company_id, id)
);
create index people_profile_changed on people_profile (company_id, changed_at desc, person_id desc);
create index people_profile_sort on people_profile (company_id, sort_key, person_id);
create index people_profile_observed on people_profile (company_id, observed_at, person_id);
grant select, insert, update, delete on people_profile to tasuki_app;

-- Postings of the profile's text: row security keeps LIKE from its index, equality not (docs/search).
-- kind: company
create table people_search (
  company_id uuid not null,
  token text not null,
  person_id uuid not null,
  primary key (company_id, token, person_id)
);
create index people_search_person on people_search (company_id, person_id);
grant select, insert, delete on people_search to tasuki_app;

-- Who stands in the pool, for lists of other modules.
create view people_listed with (security_invoker = true) as
select company_id, person_id, name, name_kana, sort_key, email, phone, employer, title, prefecture, fields, record_count, observed_at, changed_at
from people_profile;
grant select on people_listed to tasuki_app;

create view people_posting with (security_invoker = true) as
select company_id, token, person_id from people_search;
grant select on people_posting to tasuki_app;

create view people_record_person with (security_invoker = true) as
select company_id, source_record_id, person_id from people_link;
grant select on people_record_person to tasuki_app;
