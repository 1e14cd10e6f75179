-- What the anonymity gate did to each profile and why, for the person it is about.

-- Of the last release: shown or withheld, why, and among how many people; null until then.
alter table matching_profile add column report jsonb;

-- How safe each release was by itself: its smallest class, and the risks of El Emam's guide.
alter table matching_release add column smallest_class integer;
alter table matching_release add column average_risk double precision;

-- The person's own log of what others could see of them since when: a row whenever that changed, nothing shown included.
-- kind: member
create table matching_shown (
  member_id uuid not null,
  id uuid not null,
  shown_at timestamptz not null,
  -- Null where nothing is shown from then on.
  published jsonb,
  report jsonb,
  primary key (member_id, id)
);
create index matching_shown_latest on matching_shown (member_id, shown_at);
grant select, insert, delete on matching_shown to tasuki_app;
