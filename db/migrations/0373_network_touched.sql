-- When the row last changed in any way, a release included, by the database's own clock: the list that is held in memory follows it.
alter table matching_profile add column touched_at timestamptz not null default '2000-01-01Z';
create index matching_profile_touched on matching_profile (company_id, touched_at);
