-- For the audit of impact ratios, and only while the operator has it switched on: who was ranked for which opening, and what
-- followed. Nobody is named: person, opening and introduction stand under keyed hashes that are used for nothing else. No
-- score is kept, only whether it lay above the median of its list.
-- kind: company
create table matching_assessed (
  company_id uuid not null,
  place_key text not null,
  subject_key text not null,
  -- The day on which the person was first ranked for the opening, in UTC.
  first_on date not null,
  is_above boolean not null,
  is_shown boolean not null,
  introduction_key text,
  primary key (company_id, place_key, subject_key)
);
create index matching_assessed_day on matching_assessed (company_id, first_on);
create index matching_assessed_subject on matching_assessed (company_id, subject_key);
grant select, insert, update, delete on matching_assessed to tasuki_app;
