-- Companies, their staff, invitations and keys. Sign-in itself stands in the schema `signin`.

-- kind: company
create table accounts_company (
  company_id uuid primary key,
  kind text not null constraint accounts_company_kind check (kind in ('EMPLOYER', 'OPERATOR')),
  name text not null constraint accounts_company_named check (char_length(name) between 1 and 200),
  name_en text,
  corporate_number text constraint accounts_company_corporate_number check (corporate_number ~ '^[0-9]{13}$'),
  address text,
  contact_mail text,
  time_zone text not null default 'Asia/Tokyo',
  locale text not null default 'ja' constraint accounts_company_locale check (locale in ('ja', 'en')),
  operating_mode text not null default 'IN_HOUSE' constraint accounts_company_mode check (operating_mode in ('IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT')),
  licence_number text,
  age_exception text constraint accounts_company_age_exception check (age_exception in ('1', '2', '3-a', '3-b', '3-c', '3-d')),
  age_exception_by uuid,
  age_exception_at timestamptz,
  settings jsonb not null default '{}',
  recorded_at timestamptz not null,
  constraint accounts_company_licensed check (operating_mode <> 'PLACEMENT' or licence_number is not null)
);
grant select, insert, update on accounts_company to tasuki_app;

-- kind: company
create table accounts_staff (
  company_id uuid not null references accounts_company (company_id),
  id uuid not null,
  sign_in_id text not null,
  name text not null,
  email text not null,
  role text not null constraint accounts_staff_role check (role in ('owner', 'admin', 'recruiter', 'interviewer', 'analyst', 'auditor')),
  state text not null default 'ACTIVE' constraint accounts_staff_state check (state in ('ACTIVE', 'SUSPENDED', 'REMOVED')),
  last_sign_in_at timestamptz,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint accounts_staff_once unique (company_id, sign_in_id),
  constraint accounts_staff_email unique (company_id, email)
);
grant select, insert, update on accounts_staff to tasuki_app;

-- An invitation to join; of its secret only the hash is kept.
-- kind: company
create table accounts_invitation (
  company_id uuid not null references accounts_company (company_id),
  id uuid not null,
  email text not null,
  role text not null constraint accounts_invitation_role check (role in ('owner', 'admin', 'recruiter', 'interviewer', 'analyst', 'auditor')),
  secret_hash text not null,
  state text not null default 'PENDING' constraint accounts_invitation_state check (state in ('PENDING', 'ACCEPTED', 'REVOKED')),
  invited_by uuid not null,
  staff_id uuid not null,
  expires_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint accounts_invitation_secret unique (company_id, secret_hash)
);
create unique index accounts_invitation_open on accounts_invitation (company_id, email) where state = 'PENDING';
grant select, insert, update on accounts_invitation to tasuki_app;

-- A key of the API: 256 random bits, of which the hash is kept.
-- kind: company
create table accounts_key (
  company_id uuid not null references accounts_company (company_id),
  id uuid not null,
  name text not null,
  secret_hash text not null,
  last_four text not null,
  permissions text[] not null,
  created_by uuid not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint accounts_key_secret unique (company_id, secret_hash)
);
grant select, insert, update on accounts_key to tasuki_app;

-- What has to happen outside the realm's transaction: a mail to a member of staff, or a sign-in to close.
-- kind: company, intents
create table accounts_errand (
  company_id uuid not null references accounts_company (company_id),
  id uuid not null,
  kind text not null constraint accounts_errand_kind check (kind in ('INVITATION', 'PASSWORD_RESET', 'SECOND_FACTOR_RESET', 'SIGN_OUT')),
  sign_in_id text,
  recipient text,
  language text not null constraint accounts_errand_language check (language in ('ja', 'en')),
  role text,
  invited_by_name text,
  sealed text,
  state text not null constraint accounts_errand_state check (state in ('READY', 'DONE', 'REFUSED', 'UNKNOWN', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
create index accounts_errand_due on accounts_errand (due_at) where state = 'READY';
grant select, insert, update, delete on accounts_errand to tasuki_app;

-- The ids of all companies, for work that goes company by company. Row security shows no list of them; this can be
-- rebuilt from the companies and holds nothing else about them.
-- kind: local
create table accounts_directory (
  company_id uuid primary key,
  kind text not null,
  name text not null,
  recorded_at timestamptz not null
);
grant select, insert, update on accounts_directory to tasuki_app;
