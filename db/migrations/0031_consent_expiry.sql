-- Until when a consent holds. Null for what was given before consents had a term, and for what was not given.
alter table consent_event add column expires_at timestamptz;
alter table consent_member_event add column expires_at timestamptz;
