-- Whose person was erased from the relay: what they asked is blank here, and what of it arrives later is not kept.
alter table introductions_request add column is_person_gone boolean not null default false;
