-- Letters: who was rejected, who is to be told and how it went, what a human approved before anything was sent.

-- kind: company
create table relay_settings (
  company_id uuid primary key,
  delay_business_days integer not null default 3 constraint relay_settings_delay check (delay_business_days between 0 and 30),
  undo_minutes integer not null default 15 constraint relay_settings_undo check (undo_minutes between 0 and 1440),
  reapply_cooldown_months integer constraint relay_settings_cooldown check (reapply_cooldown_months between 0 and 60),
  contact_staff_id uuid,
  service_name text not null default 'キャリアリレー 襷',
  operator_name text,
  changed_by text not null,
  changed_at timestamptz not null
);
grant select, insert, update on relay_settings to tasuki_app;

-- Letters are off until a human approved a pre-flight for where the applications come from: a connection, or by hand.
-- kind: company
create table relay_switch (
  company_id uuid not null,
  scope text not null,
  on_since timestamptz,
  preflight_id uuid,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (company_id, scope)
);
grant select, insert, update on relay_switch to tasuki_app;

-- Every application that the company ended by a rejection, and whether and how the person was told of it.
-- kind: company
create table relay_rejection (
  company_id uuid not null,
  application_id uuid not null,
  source_record_id uuid not null,
  opening_id uuid not null,
  scope text not null,
  stage text not null,
  channel text not null,
  live boolean not null,
  ended_at timestamptz not null,
  told_how text constraint relay_rejection_told check (told_how in ('LETTER', 'LETTER_UNKNOWN', 'AGENCY', 'PHONE', 'POST', 'OTHER', 'OUTSIDE')),
  told_at timestamptz,
  told_by text,
  -- Why no letter goes by itself, as found when the rejection arrived or at the last try.
  reason text,
  recorded_at timestamptz not null,
  primary key (company_id, application_id)
);
create index relay_rejection_untold on relay_rejection (company_id, ended_at, application_id) where told_at is null;
create index relay_rejection_record on relay_rejection (company_id, source_record_id);
grant select, insert, update, delete on relay_rejection to tasuki_app;

-- kind: company, intents
create table relay_letter (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint relay_letter_kind check (kind in ('AUTO', 'CAMPAIGN')),
  -- READY waits for its time and can be undone; QUEUED was handed to messages.
  state text not null constraint relay_letter_state check (state in ('READY', 'QUEUED', 'SENT', 'FAILED', 'UNKNOWN', 'CANCELLED', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  application_id uuid not null,
  source_record_id uuid not null,
  ended_at timestamptz not null,
  preflight_id uuid,
  reason text,
  mail_id uuid,
  link_id uuid,
  stage text,
  offer text,
  locale text,
  template_version integer,
  basis_id uuid,
  sent_at timestamptz,
  undone_by text,
  version integer not null default 1,
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (company_id, id)
);
create unique index relay_letter_one_at_a_time on relay_letter (company_id, application_id) where state in ('READY', 'QUEUED');
create index relay_letter_due on relay_letter (due_at) where state = 'READY';
create index relay_letter_mail on relay_letter (company_id, mail_id);
create index relay_letter_record on relay_letter (company_id, source_record_id);
create index relay_letter_list on relay_letter (company_id, state, id);
grant select, insert, update on relay_letter to tasuki_app;

-- What a human saw and approved: who will get a letter, who will not, and why.
-- kind: company
create table relay_preflight (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint relay_preflight_kind check (kind in ('SWITCH_ON', 'CAMPAIGN')),
  scope text,
  filter jsonb not null,
  state text not null constraint relay_preflight_state check (state in ('OPEN', 'APPROVED', 'DISCARDED')),
  made_by text not null,
  made_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  primary key (company_id, id)
);
grant select, insert, update on relay_preflight to tasuki_app;

-- kind: company
create table relay_preflight_row (
  company_id uuid not null,
  preflight_id uuid not null,
  application_id uuid not null,
  source_record_id uuid not null,
  -- Null: gets a letter.
  reason text,
  -- What became of it at the approval, where that differs.
  outcome text,
  primary key (company_id, preflight_id, application_id),
  constraint relay_preflight_row_of foreign key (company_id, preflight_id) references relay_preflight (company_id, id)
);
grant select, insert, update on relay_preflight_row to tasuki_app;
