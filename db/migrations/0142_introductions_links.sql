-- The personal link in an introduction's mails: one for all of them, found by the member's realm that its token names.

-- kind: member
create table introductions_link (
  member_id uuid not null,
  ask_id uuid not null,
  -- SHA-256 of the link's secret, which is made again for each mail and kept nowhere.
  secret_hash text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  recorded_at timestamptz not null,
  primary key (member_id, ask_id),
  constraint introductions_link_secret unique (member_id, secret_hash),
  foreign key (member_id, ask_id) references introductions_ask (member_id, id)
);
grant select, insert, update on introductions_link to tasuki_app;
