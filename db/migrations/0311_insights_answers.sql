-- Which sets of people numbers were told about, so that no later number can be subtracted from them (differencing).

-- Held while numbers are judged and told, so that two questions at once are judged one after the other.
-- kind: company
create table insights_guard (
  company_id uuid primary key,
  questions integer not null
);
grant select, insert, update on insights_guard to tasuki_app;

-- Ids alone: of applications for stages of the selection, of people for those placed elsewhere.
-- kind: company
create table insights_answer (
  company_id uuid not null,
  id uuid not null,
  statistic text not null,
  cell text not null,
  members uuid[] not null,
  -- Of the members, so that the same answer is kept once.
  digest text not null,
  answered_at timestamptz not null,
  primary key (company_id, id)
);
create unique index insights_answer_once on insights_answer (company_id, statistic, cell, digest);
grant select, insert, update, delete on insights_answer to tasuki_app;
