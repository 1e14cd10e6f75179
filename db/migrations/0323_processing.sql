-- What the company says in the register of processing (処理台帳) in place of what is filled in by itself, and entries of
-- its own. Rows are only added; the newest of an entry holds.

-- kind: company
create table consent_processing (
  company_id uuid not null,
  id uuid not null,
  -- A word of the product, or the id of an entry of the company's own.
  activity text not null,
  -- Of an entry of its own; null otherwise.
  name text,
  -- Field → words. A field that is not there is filled in by itself.
  content jsonb not null,
  is_removed boolean not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
create index consent_processing_newest on consent_processing (company_id, activity, recorded_at);
grant select, insert on consent_processing to tasuki_app;
