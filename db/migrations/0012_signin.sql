-- How staff prove who they are: the tables that the sign-in library asks for, under our words. Nothing of a realm.

create schema signin;
grant usage on schema signin to tasuki_signin;

-- kind: local
create table signin.sign_in (
  id text primary key,
  name text not null,
  email text not null constraint sign_in_email unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
grant select, insert, update, delete on signin.sign_in to tasuki_signin;

-- kind: local
create table signin.session (
  id text primary key,
  sign_in_id text not null references signin.sign_in (id) on delete cascade,
  site text not null constraint session_site check (site in ('console', 'operator')),
  token text not null constraint session_token unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_sign_in on signin.session (sign_in_id);
create index session_expiry on signin.session (expires_at);
grant select, insert, update, delete on signin.session to tasuki_signin;

-- kind: local
create table signin.credential (
  id text primary key,
  sign_in_id text not null references signin.sign_in (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint credential_once unique (provider_id, account_id)
);
create index credential_sign_in on signin.credential (sign_in_id);
grant select, insert, update, delete on signin.credential to tasuki_signin;

-- kind: local
create table signin.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on signin.verification (identifier);
create index verification_expiry on signin.verification (expires_at);
grant select, insert, update, delete on signin.verification to tasuki_signin;

-- kind: local
create table signin.second_factor (
  id text primary key,
  sign_in_id text not null references signin.sign_in (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz,
  constraint second_factor_once unique (sign_in_id)
);
grant select, insert, update, delete on signin.second_factor to tasuki_signin;

-- A one-time code counts once (RFC 6238, 5.2), although it would still be valid for a minute.
-- kind: local
create table signin.used_code (
  sign_in_id text not null references signin.sign_in (id) on delete cascade,
  code_hash text not null,
  used_at timestamptz not null,
  primary key (sign_in_id, code_hash)
);
grant select, insert, delete on signin.used_code to tasuki_signin;

-- In which companies to look for a person's staff rows. A hint: the staff rows are the truth, and it is rebuilt from
-- them as people work.
-- kind: local
create table signin.membership (
  sign_in_id text not null references signin.sign_in (id) on delete cascade,
  company_id uuid not null,
  kind text not null,
  primary key (sign_in_id, company_id)
);
grant select, insert, delete on signin.membership to tasuki_signin;

-- How often something was tried within a window; the key is a keyed hash.
-- kind: local
create table signin.attempt (
  key text primary key,
  count integer not null,
  window_started_at timestamptz not null
);
create index attempt_age on signin.attempt (window_started_at);
grant select, insert, update, delete on signin.attempt to tasuki_signin;
