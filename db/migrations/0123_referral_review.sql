-- What about a registration asks for a human look, as codes: never an address or a name.
alter table relay_member_letter add column signals text[] not null default '{}';
alter table relay_referral add column signals text[] not null default '{}';
-- The operator looked at the signals and lets the referral count.
alter table relay_referral add column cleared_at timestamptz;
alter table relay_network_referral add column signals text[] not null default '{}';
alter table relay_network_referral add column held_until timestamptz;
alter table relay_network_referral add column cleared_at timestamptz;
alter table relay_network_referral add column cleared_by text;
create index relay_network_referral_review on relay_network_referral (company_id, id) where state = 'HELD' and signals <> '{}' and cleared_at is null;
