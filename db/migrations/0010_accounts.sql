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
  recorded_at timestamptz not null
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
  state text not null default 'ACTIVE' constraint accounts_staff_state check (state in ('ACTIVE', 'SUSPENDED')),
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint accounts_staff_once unique (company_id, sign_in_id),
  constraint accounts_staff_email unique (company_id, email)
);
grant select, insert, update on accounts_staff to tasuki_app;
