-- Who fits an opening: the anonymous index of the network, and the log of what was ranked for whom.

-- The anonymous index, under the operator's id alone. The rows name a member only so that an introduction can reach
-- them; what a company sees of a row is `published`, after the anonymity gate. A removed row stays for a while without
-- facts, so that an older announcement which arrives late does not bring it back.
-- kind: company
create table matching_profile (
  company_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  version bigint not null,
  state text not null constraint matching_profile_state check (state in ('SHOWN', 'REMOVED')),
  facts jsonb,
  -- The last release of the gate; null until then, and where the gate withholds the row.
  published jsonb,
  shown_until timestamptz,
  -- Companies that know this person already, and those that the person blocked, by 法人番号 or by the key of their name.
  not_to uuid[] not null default '{}',
  blocked_numbers text[] not null default '{}',
  blocked_names text[] not null default '{}',
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint matching_profile_removed_means_gone check (state = 'SHOWN' or (facts is null and published is null))
);
grant select, insert, update, delete on matching_profile to tasuki_app;

-- Each run of the gate over the whole network. One waits at most: changes until then go out together.
-- kind: company, intents
create table matching_release (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null constraint matching_release_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  released_at timestamptz,
  people integer,
  withheld integer,
  primary key (company_id, id)
);
create unique index matching_release_one_waits on matching_release (company_id) where state = 'READY';
create index matching_release_due on matching_release (due_at) where state = 'READY';
grant select, insert, update on matching_release to tasuki_app;

-- What was ranked, on which inputs, by which weights, for whom: only added to (EU AI Act, 12).
-- kind: company
create table matching_ranking (
  company_id uuid not null,
  id uuid not null,
  opening_id uuid not null,
  pool text not null constraint matching_ranking_pool check (pool in ('OWN', 'RELAY')),
  ranked boolean not null,
  inputs_hash text not null,
  weights_version text not null,
  considered integer not null,
  listed integer not null,
  asked_by text not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, opening_id) references selection_opening (company_id, id)
);
create index matching_ranking_opening on matching_ranking (company_id, opening_id, recorded_at);
grant select, insert on matching_ranking to tasuki_app;

-- The company's switch that turns ranking off.
-- kind: company
create table matching_settings (
  company_id uuid primary key,
  ranking_off boolean not null,
  changed_by text not null,
  changed_at timestamptz not null
);
grant select, insert, update on matching_settings to tasuki_app;
