-- Passkeys by which members open their pages: public keys only.

-- kind: member
create table portal_passkey (
  member_id uuid not null,
  id uuid not null,
  -- As the browser names it, in base64url.
  credential_id text not null,
  public_key bytea not null,
  -- How often the device says that it was used; 0 for devices that do not count.
  counter bigint not null,
  transports jsonb not null,
  name text not null constraint portal_passkey_named check (char_length(name) <= 60),
  recorded_at timestamptz not null,
  used_at timestamptz,
  primary key (member_id, id),
  constraint portal_passkey_once unique (member_id, credential_id)
);
grant select, insert, update, delete on portal_passkey to tasuki_app;

-- Challenges that were answered: each is good for one answer.
-- kind: member
create table portal_passkey_answer (
  member_id uuid not null,
  challenge_hash text not null,
  answered_at timestamptz not null,
  primary key (member_id, challenge_hash)
);
grant select, insert, delete on portal_passkey_answer to tasuki_app;
