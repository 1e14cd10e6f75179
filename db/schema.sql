-- Generated from the catalogue by `npm run generate`; never edited.

create table public.accounts_company ( -- company
  company_id uuid not null,
  kind text not null,
  name text not null,
  name_en text,
  corporate_number text,
  address text,
  contact_mail text,
  time_zone text not null default 'Asia/Tokyo'::text,
  locale text not null default 'ja'::text,
  operating_mode text not null default 'IN_HOUSE'::text,
  licence_number text,
  age_exception text,
  age_exception_by uuid,
  age_exception_at timestamp with time zone,
  settings jsonb not null default '{}'::jsonb,
  recorded_at timestamp with time zone not null,
  group_name text,
  group_number text,
  industry text,
  employees text,
  industry_changed_at timestamp with time zone,
  representative text
); -- row security forced
  constraint accounts_company_age_exception CHECK ((age_exception = ANY (ARRAY['1'::text, '2'::text, '3-a'::text, '3-b'::text, '3-c'::text, '3-d'::text])))
  constraint accounts_company_corporate_number CHECK ((corporate_number ~ '^[0-9]{13}$'::text))
  constraint accounts_company_employees CHECK ((employees = ANY (ARRAY['UNDER_50'::text, 'UNDER_300'::text, 'UNDER_1000'::text, 'FROM_1000'::text])))
  constraint accounts_company_group_number CHECK ((group_number ~ '^[0-9]{13}$'::text))
  constraint accounts_company_industry CHECK ((industry ~ '^[A-T]$'::text))
  constraint accounts_company_kind CHECK ((kind = ANY (ARRAY['EMPLOYER'::text, 'OPERATOR'::text])))
  constraint accounts_company_licensed CHECK (((operating_mode <> 'PLACEMENT'::text) OR (licence_number IS NOT NULL)))
  constraint accounts_company_locale CHECK ((locale = ANY (ARRAY['ja'::text, 'en'::text])))
  constraint accounts_company_mode CHECK ((operating_mode = ANY (ARRAY['IN_HOUSE'::text, 'GROUP'::text, 'INFO_PROVISION'::text, 'PLACEMENT'::text])))
  constraint accounts_company_named CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)))
  constraint accounts_company_pkey PRIMARY KEY (company_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.accounts_directory ( -- local
  company_id uuid not null,
  kind text not null,
  name text not null,
  recorded_at timestamp with time zone not null
);
  constraint accounts_directory_pkey PRIMARY KEY (company_id)
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.accounts_errand ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  sign_in_id text,
  recipient text,
  language text not null,
  role text,
  invited_by_name text,
  sealed text,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  recorded_at timestamp with time zone not null,
  notice_id uuid
); -- row security forced
  constraint accounts_errand_company_id_fkey FOREIGN KEY (company_id) REFERENCES accounts_company(company_id)
  constraint accounts_errand_kind CHECK ((kind = ANY (ARRAY['INVITATION'::text, 'PASSWORD_RESET'::text, 'SECOND_FACTOR_RESET'::text, 'SIGN_OUT'::text, 'NOTICE'::text])))
  constraint accounts_errand_language CHECK ((language = ANY (ARRAY['ja'::text, 'en'::text])))
  constraint accounts_errand_pkey PRIMARY KEY (company_id, id)
  constraint accounts_errand_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'REFUSED'::text, 'UNKNOWN'::text, 'DEAD'::text])))
  CREATE INDEX accounts_errand_due ON public.accounts_errand USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.accounts_invitation ( -- company
  company_id uuid not null,
  id uuid not null,
  email text not null,
  role text not null,
  secret_hash text not null,
  state text not null default 'PENDING'::text,
  invited_by uuid not null,
  staff_id uuid not null,
  expires_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint accounts_invitation_company_id_fkey FOREIGN KEY (company_id) REFERENCES accounts_company(company_id)
  constraint accounts_invitation_pkey PRIMARY KEY (company_id, id)
  constraint accounts_invitation_role CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'recruiter'::text, 'interviewer'::text, 'analyst'::text, 'auditor'::text])))
  constraint accounts_invitation_secret UNIQUE (company_id, secret_hash)
  constraint accounts_invitation_state CHECK ((state = ANY (ARRAY['PENDING'::text, 'ACCEPTED'::text, 'REVOKED'::text])))
  CREATE UNIQUE INDEX accounts_invitation_open ON public.accounts_invitation USING btree (company_id, email) WHERE (state = 'PENDING'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.accounts_key ( -- company
  company_id uuid not null,
  id uuid not null,
  name text not null,
  secret_hash text not null,
  last_four text not null,
  permissions text[] not null,
  created_by uuid not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint accounts_key_company_id_fkey FOREIGN KEY (company_id) REFERENCES accounts_company(company_id)
  constraint accounts_key_pkey PRIMARY KEY (company_id, id)
  constraint accounts_key_secret UNIQUE (company_id, secret_hash)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.accounts_mode_told ( -- company
  company_id uuid not null,
  mode text not null,
  told_at timestamp with time zone not null
); -- row security forced
  constraint accounts_mode_told_company_id_fkey FOREIGN KEY (company_id) REFERENCES accounts_company(company_id)
  constraint accounts_mode_told_mode CHECK ((mode = ANY (ARRAY['IN_HOUSE'::text, 'GROUP'::text, 'INFO_PROVISION'::text, 'PLACEMENT'::text])))
  constraint accounts_mode_told_pkey PRIMARY KEY (company_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.accounts_network_company ( -- company
  company_id uuid not null,
  employer_id uuid not null,
  name text not null,
  corporate_number text,
  operating_mode text not null,
  licence_number text,
  known_since timestamp with time zone not null,
  as_of timestamp with time zone not null,
  group_number text,
  group_name text,
  industry text,
  employees text,
  region text
); -- row security forced
  constraint accounts_network_company_mode CHECK ((operating_mode = ANY (ARRAY['IN_HOUSE'::text, 'GROUP'::text, 'INFO_PROVISION'::text, 'PLACEMENT'::text])))
  constraint accounts_network_company_pkey PRIMARY KEY (company_id, employer_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.accounts_network_decision ( -- company
  company_id uuid not null,
  employer_id uuid not null,
  standing text not null,
  reason text,
  note text,
  was_verified boolean not null default false,
  agreement_on date,
  agreement_until date,
  licence_seen_on date,
  licence_until date,
  decided_by text not null,
  decided_at timestamp with time zone not null,
  industry text,
  industry_reason text,
  industry_at timestamp with time zone
); -- row security forced
  constraint accounts_network_decision_industry_reasoned CHECK ((((industry_reason IS NULL) = (industry_at IS NULL)) AND ((industry IS NULL) OR (industry_reason IS NOT NULL))))
  constraint accounts_network_decision_note CHECK ((char_length(note) <= 1000))
  constraint accounts_network_decision_pkey PRIMARY KEY (company_id, employer_id)
  constraint accounts_network_decision_standing CHECK ((standing = ANY (ARRAY['UNVERIFIED'::text, 'VERIFIED'::text, 'SUSPENDED'::text])))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.accounts_network_standing ( -- company
  company_id uuid not null,
  standing text not null,
  reason text,
  is_stopped boolean not null default false,
  terms jsonb not null default '{}'::jsonb,
  version integer not null,
  as_of timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  agreement_until date,
  licence_until date,
  papers_end_at timestamp with time zone,
  industry text,
  industry_reason text
); -- row security forced
  constraint accounts_network_standing_known CHECK ((standing = ANY (ARRAY['UNVERIFIED'::text, 'VERIFIED'::text, 'SUSPENDED'::text])))
  constraint accounts_network_standing_pkey PRIMARY KEY (company_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.accounts_notice ( -- company
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  detail jsonb not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint accounts_notice_company_id_fkey FOREIGN KEY (company_id) REFERENCES accounts_company(company_id)
  constraint accounts_notice_kind CHECK ((kind = ANY (ARRAY['VERIFIED'::text, 'SUSPENDED'::text, 'RESUMED'::text, 'STOPPED'::text, 'CONTINUED'::text, 'MODE_CHANGED'::text, 'PAPER_ENDS'::text, 'PAPER_ENDED'::text, 'DISPUTE_OPENED'::text, 'DISPUTE_ASKED'::text, 'DISPUTE_DECIDED'::text, 'TO_VERIFY_AGAIN'::text, 'COMPANY_TO_VERIFY'::text, 'INDUSTRY_SET'::text])))
  constraint accounts_notice_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX accounts_notice_recent ON public.accounts_notice USING btree (company_id, recorded_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.accounts_notice_read ( -- company
  company_id uuid not null,
  notice_id uuid not null,
  staff_id uuid not null,
  read_at timestamp with time zone not null
); -- row security forced
  constraint accounts_notice_read_by FOREIGN KEY (company_id, staff_id) REFERENCES accounts_staff(company_id, id)
  constraint accounts_notice_read_of FOREIGN KEY (company_id, notice_id) REFERENCES accounts_notice(company_id, id) ON DELETE CASCADE
  constraint accounts_notice_read_pkey PRIMARY KEY (company_id, notice_id, staff_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.accounts_staff ( -- company
  company_id uuid not null,
  id uuid not null,
  sign_in_id text not null,
  name text not null,
  email text not null,
  role text not null,
  state text not null default 'ACTIVE'::text,
  last_sign_in_at timestamp with time zone,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint accounts_staff_company_id_fkey FOREIGN KEY (company_id) REFERENCES accounts_company(company_id)
  constraint accounts_staff_email UNIQUE (company_id, email)
  constraint accounts_staff_once UNIQUE (company_id, sign_in_id)
  constraint accounts_staff_pkey PRIMARY KEY (company_id, id)
  constraint accounts_staff_role CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'recruiter'::text, 'interviewer'::text, 'analyst'::text, 'auditor'::text])))
  constraint accounts_staff_state CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'SUSPENDED'::text, 'REMOVED'::text])))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.audit_event ( -- company
  company_id uuid not null,
  id uuid not null,
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  subject_kind text,
  subject_id text,
  detail jsonb not null,
  request_id text not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint audit_event_action CHECK ((action ~ '^[a-z][a-z-]*(\.[a-z0-9-]+)+$'::text))
  constraint audit_event_actor CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'key'::text, 'person'::text, 'member'::text, 'system'::text])))
  constraint audit_event_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX audit_event_of_actor ON public.audit_event USING btree (company_id, actor_id, id)
  CREATE INDEX audit_event_of_subject ON public.audit_event USING btree (company_id, subject_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.audit_member_event ( -- member
  member_id uuid not null,
  id uuid not null,
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  subject_kind text,
  subject_id text,
  detail jsonb not null,
  request_id text not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint audit_member_event_action CHECK ((action ~ '^[a-z][a-z-]*(\.[a-z0-9-]+)+$'::text))
  constraint audit_member_event_actor CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'key'::text, 'person'::text, 'member'::text, 'system'::text])))
  constraint audit_member_event_pkey PRIMARY KEY (member_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.audit_member_seal ( -- member
  member_id uuid not null,
  sequence bigint not null,
  event_ids uuid[] not null,
  digests text[] not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamp with time zone not null
); -- row security forced
  constraint audit_member_seal_counts CHECK ((sequence > 0))
  constraint audit_member_seal_pkey PRIMARY KEY (member_id, sequence)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.audit_member_sealing ( -- member, intents
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text
); -- row security forced
  constraint audit_member_sealing_pkey PRIMARY KEY (member_id, id)
  constraint audit_member_sealing_state CHECK ((state = ANY (ARRAY['READY'::text, 'DEAD'::text])))
  CREATE INDEX audit_member_sealing_due ON public.audit_member_sealing USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.audit_seal ( -- company
  company_id uuid not null,
  sequence bigint not null,
  event_ids uuid[] not null,
  digests text[] not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamp with time zone not null
); -- row security forced
  constraint audit_seal_counts CHECK ((sequence > 0))
  constraint audit_seal_pkey PRIMARY KEY (company_id, sequence)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.audit_sealing ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text
); -- row security forced
  constraint audit_sealing_pkey PRIMARY KEY (company_id, id)
  constraint audit_sealing_state CHECK ((state = ANY (ARRAY['READY'::text, 'DEAD'::text])))
  CREATE INDEX audit_sealing_due ON public.audit_sealing USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.automations_endpoint ( -- company
  company_id uuid not null,
  id uuid not null,
  url text not null,
  label text not null,
  kinds text[] not null,
  state text not null,
  secret_sealed text not null,
  previous_secret_sealed text,
  previous_until timestamp with time zone,
  resting_until timestamp with time zone,
  failing_since timestamp with time zone,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint automations_endpoint_label CHECK (((char_length(label) >= 1) AND (char_length(label) <= 120)))
  constraint automations_endpoint_pkey PRIMARY KEY (company_id, id)
  constraint automations_endpoint_state CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'PAUSED'::text, 'GONE'::text, 'REMOVED'::text])))
  constraint automations_endpoint_url CHECK (((char_length(url) >= 8) AND (char_length(url) <= 2000)))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.automations_message ( -- company
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  data jsonb not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint automations_message_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX automations_message_recorded ON public.automations_message USING btree (company_id, recorded_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.automations_sending ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  endpoint_id uuid not null,
  event_id uuid not null,
  tries integer not null default 0,
  last_status integer,
  last_tried_at timestamp with time zone,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint automations_sending_endpoint FOREIGN KEY (company_id, endpoint_id) REFERENCES automations_endpoint(company_id, id)
  constraint automations_sending_event FOREIGN KEY (company_id, event_id) REFERENCES automations_message(company_id, id) ON DELETE CASCADE
  constraint automations_sending_once UNIQUE (company_id, endpoint_id, event_id)
  constraint automations_sending_pkey PRIMARY KEY (company_id, id)
  constraint automations_sending_state CHECK ((state = ANY (ARRAY['READY'::text, 'HELD'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX automations_sending_due ON public.automations_sending USING btree (due_at) WHERE (state = 'READY'::text)
  CREATE INDEX automations_sending_of_endpoint ON public.automations_sending USING btree (company_id, endpoint_id, recorded_at DESC, id DESC)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.company_applied ( -- company
  company_id uuid not null,
  subscriber text not null,
  subject_id uuid not null,
  version bigint not null
); -- row security forced
  constraint company_applied_pkey PRIMARY KEY (company_id, subscriber, subject_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.company_idempotency ( -- company
  company_id uuid not null,
  actor_id text not null,
  key text not null,
  route text not null,
  body_hash text not null,
  status integer not null,
  answer jsonb not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint company_idempotency_pkey PRIMARY KEY (company_id, actor_id, key)
  CREATE INDEX company_idempotency_age ON public.company_idempotency USING btree (company_id, recorded_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.company_outbox ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  subscriber text not null,
  subject_id uuid not null,
  version bigint not null,
  payload jsonb not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint company_outbox_pkey PRIMARY KEY (company_id, id)
  constraint company_outbox_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX company_outbox_due ON public.company_outbox USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.consent_basis ( -- company
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  purpose text not null,
  legal_basis text not null,
  mail_permission text not null,
  explanation text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint consent_basis_kind CHECK ((kind = ANY (ARRAY['LETTER'::text, 'REFRESH'::text, 'POOL'::text, 'RELAY'::text])))
  constraint consent_basis_legal CHECK ((legal_basis = ANY (ARRAY['CONSENT'::text, 'CONTRACT'::text, 'LEGITIMATE_INTEREST'::text, 'PUBLISHED_PURPOSE'::text])))
  constraint consent_basis_mail CHECK ((mail_permission = ANY (ARRAY['CONSENT'::text, 'ADDRESS_GIVEN'::text, 'BUSINESS_RELATION'::text, 'NOT_ADVERTISING'::text])))
  constraint consent_basis_pkey PRIMARY KEY (company_id, id)
  constraint consent_basis_purposeful CHECK (((char_length(purpose) >= 10) AND (char_length(purpose) <= 2000)))
  CREATE INDEX consent_basis_newest ON public.consent_basis USING btree (company_id, kind, recorded_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.consent_breach ( -- company
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  noticed_at timestamp with time zone not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  actions text[] not null,
  actor_id text not null,
  items jsonb not null,
  first_reported_at timestamp with time zone,
  final_reported_at timestamp with time zone,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  version integer not null
); -- row security forced
  constraint consent_breach_kind CHECK ((kind = ANY (ARRAY['SENSITIVE'::text, 'PROPERTY'::text, 'IMPROPER_PURPOSE'::text, 'MANY'::text, 'OTHER'::text])))
  constraint consent_breach_pkey PRIMARY KEY (company_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.consent_disposal ( -- company
  company_id uuid not null,
  mark text not null,
  erasure_id uuid not null,
  disposed_at timestamp with time zone not null
); -- row security forced
  constraint consent_disposal_of FOREIGN KEY (company_id, erasure_id) REFERENCES consent_erasure(company_id, id)
  constraint consent_disposal_pkey PRIMARY KEY (company_id, mark, erasure_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.consent_erasure ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  person_id uuid not null,
  source_record_ids uuid[] not null,
  lookups text[] not null,
  erased_at timestamp with time zone not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text
); -- row security forced
  constraint consent_erasure_pkey PRIMARY KEY (company_id, id)
  constraint consent_erasure_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX consent_erasure_due ON public.consent_erasure USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.consent_erasure_order ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  person_id uuid not null,
  request_id uuid not null,
  ordered_by text not null,
  after_mail uuid,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  ordered_at timestamp with time zone not null
); -- row security forced
  constraint consent_erasure_order_once UNIQUE (company_id, request_id)
  constraint consent_erasure_order_pkey PRIMARY KEY (company_id, id)
  constraint consent_erasure_order_request FOREIGN KEY (company_id, request_id) REFERENCES consent_request(company_id, id)
  constraint consent_erasure_order_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text, 'HELD'::text])))
  CREATE INDEX consent_erasure_order_due ON public.consent_erasure_order USING btree (due_at) WHERE (state = 'READY'::text)
  CREATE INDEX consent_erasure_order_mail ON public.consent_erasure_order USING btree (company_id, after_mail)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.consent_event ( -- company, portal
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  source_record_id uuid not null,
  purpose text not null,
  recipient text not null,
  decision text not null,
  items text[] not null,
  text_hash text not null,
  how text not null,
  receipt_id uuid not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  notice_id uuid
); -- row security forced
  constraint consent_event_decision CHECK ((decision = ANY (ARRAY['GIVEN'::text, 'REFUSED'::text, 'WITHDRAWN'::text])))
  constraint consent_event_how CHECK ((how = ANY (ARRAY['PORTAL'::text, 'LETTER'::text, 'FORM'::text, 'PAPER'::text, 'STAFF'::text])))
  constraint consent_event_notice FOREIGN KEY (company_id, notice_id) REFERENCES consent_privacy_notice(company_id, id)
  constraint consent_event_pkey PRIMARY KEY (company_id, id)
  constraint consent_event_purpose CHECK ((purpose = ANY (ARRAY['POOL'::text, 'RELAY_PROFILE'::text, 'INTRODUCTION'::text, 'FLOW_BACK'::text, 'IMPACT_AUDIT'::text])))
  constraint consent_event_text FOREIGN KEY (company_id, text_hash) REFERENCES consent_text(company_id, hash)
  CREATE INDEX consent_event_of_person ON public.consent_event USING btree (company_id, person_id)
  CREATE INDEX consent_event_of_record ON public.consent_event USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_person to tasuki_portal using (((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid) AND (person_id = (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid)))
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
  grant SELECT to tasuki_portal
create table public.consent_hold ( -- company
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  source_record_ids uuid[] not null,
  reason text not null,
  placed_by text not null,
  placed_at timestamp with time zone not null,
  lifted_by text,
  lifted_at timestamp with time zone,
  lifted_because text not null default ''::text
); -- row security forced
  constraint consent_hold_lifted CHECK (((lifted_by IS NULL) = (lifted_at IS NULL)))
  constraint consent_hold_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX consent_hold_open ON public.consent_hold USING btree (company_id) WHERE (lifted_at IS NULL)
  CREATE INDEX consent_hold_placed ON public.consent_hold USING btree (company_id, placed_at, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.consent_member_erasure ( -- member, intents
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  erased_at timestamp with time zone not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text
); -- row security forced
  constraint consent_member_erasure_pkey PRIMARY KEY (member_id, id)
  constraint consent_member_erasure_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX consent_member_erasure_due ON public.consent_member_erasure USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.consent_member_event ( -- member
  member_id uuid not null,
  id uuid not null,
  purpose text not null,
  recipient text not null,
  decision text not null,
  items text[] not null,
  text_hash text not null,
  how text not null,
  receipt_id uuid not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  notice_company_id uuid,
  notice_id uuid,
  notice_version integer
); -- row security forced
  constraint consent_member_event_decision CHECK ((decision = ANY (ARRAY['GIVEN'::text, 'REFUSED'::text, 'WITHDRAWN'::text])))
  constraint consent_member_event_how CHECK ((how = ANY (ARRAY['PORTAL'::text, 'LETTER'::text, 'FORM'::text, 'PAPER'::text, 'STAFF'::text])))
  constraint consent_member_event_notice CHECK ((num_nonnulls(notice_company_id, notice_id, notice_version) = ANY (ARRAY[0, 3])))
  constraint consent_member_event_pkey PRIMARY KEY (member_id, id)
  constraint consent_member_event_purpose CHECK ((purpose = ANY (ARRAY['POOL'::text, 'RELAY_PROFILE'::text, 'INTRODUCTION'::text, 'FLOW_BACK'::text, 'IMPACT_AUDIT'::text])))
  constraint consent_member_event_text FOREIGN KEY (member_id, text_hash) REFERENCES consent_member_text(member_id, hash)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.consent_member_provision ( -- member
  member_id uuid not null,
  id uuid not null,
  share_id uuid not null,
  side text not null,
  provider jsonb not null,
  recipient jsonb not null,
  items text[] not null,
  consent_event_id uuid not null,
  receipt_id uuid not null,
  how_obtained text not null,
  provided_at timestamp with time zone not null,
  keep_until timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  opening text
); -- row security forced
  constraint consent_member_provision_consent FOREIGN KEY (member_id, consent_event_id) REFERENCES consent_member_event(member_id, id)
  constraint consent_member_provision_once UNIQUE (member_id, share_id, side)
  constraint consent_member_provision_pkey PRIMARY KEY (member_id, id)
  constraint consent_member_provision_side CHECK ((side = ANY (ARRAY['PROVIDER'::text, 'RECIPIENT'::text])))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.consent_member_provision_subject ( -- member
  member_id uuid not null,
  provision_id uuid not null,
  sealed_name text not null
); -- row security forced
  constraint consent_member_provision_subject_of FOREIGN KEY (member_id, provision_id) REFERENCES consent_member_provision(member_id, id)
  constraint consent_member_provision_subject_pkey PRIMARY KEY (member_id, provision_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.consent_member_state ( -- member
  member_id uuid not null,
  purpose text not null,
  recipient text not null,
  decision text not null,
  event_id uuid not null,
  occurred_at timestamp with time zone not null
); -- row security forced
  constraint consent_member_state_event FOREIGN KEY (member_id, event_id) REFERENCES consent_member_event(member_id, id)
  constraint consent_member_state_pkey PRIMARY KEY (member_id, purpose, recipient)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.consent_member_text ( -- member
  member_id uuid not null,
  hash text not null,
  purpose text not null,
  language text not null,
  version integer not null,
  body text not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint consent_member_text_language CHECK ((language = ANY (ARRAY['ja'::text, 'en'::text])))
  constraint consent_member_text_pkey PRIMARY KEY (member_id, hash)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.consent_passing ( -- company
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  recipient_name text not null,
  share_id uuid,
  how text not null,
  state text not null,
  receipt text not null,
  sent_by text not null,
  sent_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  version integer not null,
  escalated_at timestamp with time zone,
  grounds text[] not null default '{}'::text[]
); -- row security forced
  constraint consent_passing_how CHECK ((how = ANY (ARRAY['MAIL'::text, 'PHONE'::text, 'PAPER'::text, 'SYSTEM'::text])))
  constraint consent_passing_once UNIQUE (company_id, request_id, recipient_name)
  constraint consent_passing_pkey PRIMARY KEY (company_id, id)
  constraint consent_passing_request FOREIGN KEY (company_id, request_id) REFERENCES consent_request(company_id, id)
  constraint consent_passing_state CHECK ((state = ANY (ARRAY['SENT'::text, 'RECEIVED'::text, 'DONE'::text, 'REFUSED'::text])))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.consent_privacy_draft ( -- company
  company_id uuid not null,
  body_ja text not null,
  body_en text not null,
  effective_on date,
  summary text not null,
  changed_by text not null,
  changed_at timestamp with time zone not null
); -- row security forced
  constraint consent_privacy_draft_pkey PRIMARY KEY (company_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.consent_privacy_notice ( -- company
  company_id uuid not null,
  id uuid not null,
  version integer not null,
  body_ja text not null,
  body_en text not null,
  hash_ja text not null,
  hash_en text,
  effective_on date not null,
  summary text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint consent_privacy_notice_counted CHECK ((version >= 1))
  constraint consent_privacy_notice_pkey PRIMARY KEY (company_id, id)
  constraint consent_privacy_notice_version UNIQUE (company_id, version)
  constraint consent_privacy_notice_written CHECK (((char_length(body_ja) >= 50) AND (char_length(body_ja) <= 40000)))
  constraint consent_privacy_notice_written_en CHECK ((char_length(body_en) <= 40000))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.consent_processing ( -- company
  company_id uuid not null,
  id uuid not null,
  activity text not null,
  name text,
  content jsonb not null,
  is_removed boolean not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint consent_processing_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX consent_processing_newest ON public.consent_processing USING btree (company_id, activity, recorded_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.consent_provision ( -- company
  company_id uuid not null,
  id uuid not null,
  share_id uuid not null,
  side text not null,
  provider jsonb not null,
  recipient jsonb not null,
  items text[] not null,
  consent_event_id uuid,
  receipt_id uuid not null,
  how_obtained text not null,
  provided_at timestamp with time zone not null,
  keep_until timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  opening text
); -- row security forced
  constraint consent_provision_once UNIQUE (company_id, share_id, side)
  constraint consent_provision_pkey PRIMARY KEY (company_id, id)
  constraint consent_provision_side CHECK ((side = ANY (ARRAY['PROVIDER'::text, 'RECIPIENT'::text])))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.consent_provision_subject ( -- company
  company_id uuid not null,
  provision_id uuid not null,
  source_record_id uuid,
  sealed_name text not null
); -- row security forced
  constraint consent_provision_subject_of FOREIGN KEY (company_id, provision_id) REFERENCES consent_provision(company_id, id)
  constraint consent_provision_subject_pkey PRIMARY KEY (company_id, provision_id)
  CREATE INDEX consent_provision_subject_record ON public.consent_provision_subject USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.consent_request ( -- company, portal
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  via text not null,
  person_id uuid,
  source_record_id uuid,
  said text not null,
  state text not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  version integer not null,
  identity_how text,
  identity_note text not null default ''::text,
  identity_by text,
  identity_at timestamp with time zone,
  grounds text[] not null default '{}'::text[],
  refused text not null default ''::text,
  told text,
  corrections jsonb not null default '[]'::jsonb,
  refused_fields text[] not null default '{}'::text[],
  wish text,
  handover text,
  handed_on date,
  handover_note text not null default ''::text,
  remark jsonb
); -- row security forced
  constraint consent_request_handed CHECK (((handover IS NULL) = (handed_on IS NULL)))
  constraint consent_request_handover CHECK ((handover = ANY (ARRAY['PORTAL'::text, 'MAIL'::text, 'MEDIA'::text, 'POST'::text, 'IN_PERSON'::text])))
  constraint consent_request_identity CHECK ((identity_how = ANY (ARRAY['CODE_BY_MAIL'::text, 'MEMBER_SESSION'::text, 'DOCUMENT'::text, 'CALL_BACK'::text, 'DETAILS_MATCHED'::text])))
  constraint consent_request_kind CHECK ((kind = ANY (ARRAY['DISCLOSURE'::text, 'CORRECTION'::text, 'STOP'::text, 'ERASURE'::text, 'PROVISION_RECORDS'::text])))
  constraint consent_request_pkey PRIMARY KEY (company_id, id)
  constraint consent_request_state CHECK ((state = ANY (ARRAY['OPEN'::text, 'ANSWERED'::text, 'PARTIAL'::text, 'DECLINED'::text])))
  constraint consent_request_told CHECK ((told = ANY (ARRAY['MAIL'::text, 'ELSEWHERE'::text])))
  constraint consent_request_via CHECK ((via = ANY (ARRAY['PORTAL'::text, 'MAIL'::text, 'PHONE'::text, 'PAPER'::text])))
  constraint consent_request_wish CHECK ((wish = ANY (ARRAY['ELECTRONIC'::text, 'PAPER'::text])))
  CREATE INDEX consent_request_due ON public.consent_request USING btree (company_id, state, due_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_person to tasuki_portal using (((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid) AND (person_id = (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid)))
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
  grant SELECT to tasuki_portal
create table public.consent_retention_person ( -- company
  company_id uuid not null,
  run_id uuid not null,
  person_id uuid not null,
  class text not null,
  since timestamp with time zone not null,
  past_at timestamp with time zone not null,
  reasons text[] not null,
  kept_until timestamp with time zone,
  outcome text,
  outcome_reasons text[] not null default '{}'::text[],
  settled_at timestamp with time zone,
  step text not null default 'DELETE'::text
); -- row security forced
  constraint consent_retention_person_outcome CHECK ((outcome = ANY (ARRAY['DELETED'::text, 'KEPT'::text, 'ASKED'::text])))
  constraint consent_retention_person_pkey PRIMARY KEY (company_id, run_id, person_id)
  constraint consent_retention_person_run FOREIGN KEY (company_id, run_id) REFERENCES consent_retention_run(company_id, id)
  constraint consent_retention_person_step CHECK ((step = ANY (ARRAY['ASK'::text, 'DELETE'::text])))
  CREATE INDEX consent_retention_person_order ON public.consent_retention_person USING btree (company_id, run_id, past_at, person_id)
  CREATE INDEX consent_retention_person_waiting ON public.consent_retention_person USING btree (company_id, run_id, person_id) WHERE (outcome IS NULL)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.consent_retention_rule ( -- company
  company_id uuid not null,
  class text not null,
  months integer not null,
  starts_at text not null,
  is_on boolean not null,
  version integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null
); -- row security forced
  constraint consent_retention_rule_class CHECK ((class = ANY (ARRAY['APPLICANT'::text, 'EVENT_ATTENDEE'::text, 'REJECTED'::text, 'WITHDRAWN'::text, 'HIRED'::text, 'MEMBER'::text])))
  constraint consent_retention_rule_months CHECK (((months >= 1) AND (months <= 240)))
  constraint consent_retention_rule_pkey PRIMARY KEY (company_id, class)
  constraint consent_retention_rule_start CHECK ((starts_at = ANY (ARRAY['END'::text, 'LAST_HEARD'::text])))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.consent_retention_run ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  phase text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  rules jsonb not null,
  listed_to uuid,
  people integer not null default 0,
  not_due jsonb not null default '{}'::jsonb,
  made_by text not null,
  made_at timestamp with time zone not null,
  listed_at timestamp with time zone,
  scheduled_by text,
  scheduled_at timestamp with time zone,
  starts_at timestamp with time zone,
  called_off_by text,
  called_off_at timestamp with time zone,
  ended_at timestamp with time zone,
  grace_days integer
); -- row security forced
  constraint consent_retention_run_kind CHECK ((kind = ANY (ARRAY['RULES'::text, 'UNKNOWN_BASIS'::text, 'MEMBERS'::text])))
  constraint consent_retention_run_phase CHECK ((phase = ANY (ARRAY['LISTING'::text, 'LISTED'::text, 'SCHEDULED'::text, 'DONE'::text, 'CALLED_OFF'::text])))
  constraint consent_retention_run_pkey PRIMARY KEY (company_id, id)
  constraint consent_retention_run_state CHECK ((state = ANY (ARRAY['READY'::text, 'IDLE'::text, 'DEAD'::text])))
  CREATE INDEX consent_retention_run_due ON public.consent_retention_run USING btree (due_at) WHERE (state = 'READY'::text)
  CREATE INDEX consent_retention_run_made ON public.consent_retention_run USING btree (company_id, made_at, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.consent_state ( -- company
  company_id uuid not null,
  source_record_id uuid not null,
  purpose text not null,
  recipient text not null,
  decision text not null,
  event_id uuid not null,
  occurred_at timestamp with time zone not null
); -- row security forced
  constraint consent_state_event FOREIGN KEY (company_id, event_id) REFERENCES consent_event(company_id, id)
  constraint consent_state_pkey PRIMARY KEY (company_id, source_record_id, purpose, recipient)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.consent_text ( -- company
  company_id uuid not null,
  hash text not null,
  purpose text not null,
  language text not null,
  version integer not null,
  body text not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint consent_text_language CHECK ((language = ANY (ARRAY['ja'::text, 'en'::text])))
  constraint consent_text_pkey PRIMARY KEY (company_id, hash)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.consent_tombstone ( -- company
  company_id uuid not null,
  lookup text not null,
  erasure_id uuid not null
); -- row security forced
  constraint consent_tombstone_of FOREIGN KEY (company_id, erasure_id) REFERENCES consent_erasure(company_id, id)
  constraint consent_tombstone_pkey PRIMARY KEY (company_id, lookup)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.credits_account ( -- company
  company_id uuid not null,
  account text not null,
  balance bigint not null
); -- row security forced
  constraint credits_account_covered CHECK (
CASE
    WHEN (account = ANY (ARRAY['referrals.outside'::text, 'referrals.debt'::text, 'slots.issued'::text])) THEN (balance <= 0)
    WHEN (account = ANY (ARRAY['referrals.adjusted'::text, 'slots.elsewhere'::text, 'slots.adjusted'::text])) THEN true
    ELSE (balance >= 0)
END)
  constraint credits_account_pkey PRIMARY KEY (company_id, account)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.credits_adjustment ( -- company
  company_id uuid not null,
  id uuid not null,
  employer_id uuid not null,
  unit text not null,
  amount integer not null,
  reason text not null,
  state text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  refused text,
  settled_at timestamp with time zone
); -- row security forced
  constraint credits_adjustment_amount CHECK (((amount <> 0) AND ((amount >= '-100'::integer) AND (amount <= 100))))
  constraint credits_adjustment_by_two CHECK (((state = ANY (ARRAY['PROPOSED'::text, 'WITHDRAWN'::text])) OR (decided_by <> proposed_by)))
  constraint credits_adjustment_pkey PRIMARY KEY (company_id, id)
  constraint credits_adjustment_state CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'APPROVED'::text, 'REJECTED'::text, 'WITHDRAWN'::text, 'APPLIED'::text, 'FAILED'::text])))
  constraint credits_adjustment_unit CHECK ((unit = ANY (ARRAY['slots'::text, 'referrals'::text])))
  CREATE INDEX credits_adjustment_latest ON public.credits_adjustment USING btree (company_id, proposed_at DESC, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.credits_expiry ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  slot_id text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text
); -- row security forced
  constraint credits_expiry_company_id_slot_id_fkey FOREIGN KEY (company_id, slot_id) REFERENCES credits_slot(company_id, id)
  constraint credits_expiry_pkey PRIMARY KEY (company_id, id)
  constraint credits_expiry_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX credits_expiry_due ON public.credits_expiry USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.credits_group_link ( -- company
  company_id uuid not null,
  id uuid not null,
  other text not null,
  other_id uuid,
  other_name text,
  other_number text not null,
  state text not null,
  version bigint not null,
  declared_at timestamp with time zone not null,
  settled_at timestamp with time zone
); -- row security forced
  constraint credits_group_link_other CHECK ((other = ANY (ARRAY['PARENT'::text, 'SUBSIDIARY'::text])))
  constraint credits_group_link_pkey PRIMARY KEY (company_id, id)
  constraint credits_group_link_state CHECK ((state = ANY (ARRAY['DECLARED'::text, 'NOT_FOUND'::text, 'AGREED'::text, 'REFUSED'::text, 'ENDED'::text])))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.credits_group_transfer ( -- company
  company_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  direction text not null,
  slots integer not null,
  reason text not null,
  state text not null,
  refused text,
  actor_id text not null,
  sent_at timestamp with time zone not null,
  settled_at timestamp with time zone
); -- row security forced
  constraint credits_group_transfer_company_id_link_id_fkey FOREIGN KEY (company_id, link_id) REFERENCES credits_group_link(company_id, id)
  constraint credits_group_transfer_direction CHECK ((direction = ANY (ARRAY['OUT'::text, 'IN'::text])))
  constraint credits_group_transfer_pkey PRIMARY KEY (company_id, id)
  constraint credits_group_transfer_slots CHECK (((slots >= 1) AND (slots <= 50)))
  constraint credits_group_transfer_state CHECK ((state = ANY (ARRAY['IN_TRANSIT'::text, 'DELIVERED'::text, 'RETURNED'::text])))
  CREATE INDEX credits_group_transfer_latest ON public.credits_group_transfer USING btree (company_id, sent_at DESC, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.credits_network_balance ( -- company
  company_id uuid not null,
  employer_id uuid not null,
  held integer not null,
  counted integer not null,
  debt integer not null,
  available integer not null,
  reserved integer not null,
  spent integer not null,
  expired integer not null,
  referrals_per_slot integer not null,
  next_expiry timestamp with time zone,
  as_of timestamp with time zone not null
); -- row security forced
  constraint credits_network_balance_pkey PRIMARY KEY (company_id, employer_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.credits_slot ( -- company
  company_id uuid not null,
  id text not null,
  sequence bigint not null,
  conversion_id text,
  state text not null,
  granted_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  reservation_id text
); -- row security forced
  constraint credits_slot_company_id_id_fkey FOREIGN KEY (company_id, id) REFERENCES credits_transfer(company_id, id)
  constraint credits_slot_pkey PRIMARY KEY (company_id, id)
  constraint credits_slot_state CHECK ((state = ANY (ARRAY['AVAILABLE'::text, 'RESERVED'::text, 'SPENT'::text, 'EXPIRED'::text, 'REVERSED'::text, 'IN_TRANSIT'::text, 'HANDED_OVER'::text, 'TAKEN'::text])))
  CREATE INDEX credits_slot_live ON public.credits_slot USING btree (company_id, expires_at) WHERE (state = ANY (ARRAY['AVAILABLE'::text, 'RESERVED'::text, 'IN_TRANSIT'::text]))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.credits_transfer ( -- company
  company_id uuid not null,
  id text not null,
  sequence bigint not null,
  kind text not null,
  from_account text not null,
  to_account text not null,
  amount bigint not null,
  reason text not null,
  names text,
  settles text,
  expires_at timestamp with time zone,
  actor_id text not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint credits_transfer_company_id_from_account_fkey FOREIGN KEY (company_id, from_account) REFERENCES credits_account(company_id, account)
  constraint credits_transfer_company_id_to_account_fkey FOREIGN KEY (company_id, to_account) REFERENCES credits_account(company_id, account)
  constraint credits_transfer_in_order UNIQUE (company_id, sequence)
  constraint credits_transfer_moves CHECK (((amount > 0) AND (from_account <> to_account)))
  constraint credits_transfer_pkey PRIMARY KEY (company_id, id)
  constraint credits_transfer_settles_once UNIQUE (company_id, settles)
  CREATE INDEX credits_transfer_names ON public.credits_transfer USING btree (company_id, names)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.disputes_case ( -- company
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  state text not null,
  told jsonb not null,
  version bigint not null,
  is_blank boolean not null default false,
  opened_at timestamp with time zone not null
); -- row security forced
  constraint disputes_case_kind CHECK ((kind = ANY (ARRAY['REFERRAL'::text, 'SLOT'::text, 'CONDUCT'::text])))
  constraint disputes_case_pkey PRIMARY KEY (company_id, id)
  constraint disputes_case_state CHECK ((state = ANY (ARRAY['STATEMENT'::text, 'REVIEW'::text, 'DECIDED'::text, 'WITHDRAWN'::text])))
  CREATE INDEX disputes_case_list ON public.disputes_case USING btree (company_id, opened_at, id)
  CREATE UNIQUE INDEX disputes_case_once ON public.disputes_case USING btree (company_id, kind, subject_id) WHERE (state <> 'WITHDRAWN'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.disputes_member_case ( -- member
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  introduction_id uuid not null,
  state text not null,
  told jsonb not null,
  version bigint not null,
  opened_at timestamp with time zone not null
); -- row security forced
  constraint disputes_member_case_kind CHECK ((kind = ANY (ARRAY['SLOT'::text, 'CONDUCT'::text])))
  constraint disputes_member_case_pkey PRIMARY KEY (member_id, id)
  constraint disputes_member_case_state CHECK ((state = ANY (ARRAY['STATEMENT'::text, 'REVIEW'::text, 'DECIDED'::text, 'WITHDRAWN'::text])))
  CREATE UNIQUE INDEX disputes_member_case_once ON public.disputes_member_case USING btree (member_id, kind, introduction_id) WHERE (state <> 'WITHDRAWN'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.disputes_network_case ( -- company
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  employer_id uuid not null,
  subject_id uuid not null,
  state text not null,
  statement_due_at timestamp with time zone,
  decide_by timestamp with time zone not null,
  outcome text,
  reasons text,
  effect text,
  decided_by uuid,
  opened_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  version bigint not null,
  is_person_gone boolean not null default false
); -- row security forced
  constraint disputes_network_case_decided CHECK (((state = 'DECIDED'::text) = ((outcome IS NOT NULL) AND (reasons IS NOT NULL) AND (effect IS NOT NULL) AND (decided_at IS NOT NULL))))
  constraint disputes_network_case_effect CHECK ((effect = ANY (ARRAY['NONE'::text, 'GIVE_REFERRAL'::text, 'GIVE_SLOT'::text])))
  constraint disputes_network_case_kind CHECK ((kind = ANY (ARRAY['REFERRAL'::text, 'SLOT'::text, 'CONDUCT'::text])))
  constraint disputes_network_case_moves_when_upheld CHECK (((effect IS NULL) OR (effect = 'NONE'::text) OR (outcome = 'UPHELD'::text)))
  constraint disputes_network_case_outcome CHECK ((outcome = ANY (ARRAY['UPHELD'::text, 'REJECTED'::text])))
  constraint disputes_network_case_pkey PRIMARY KEY (company_id, id)
  constraint disputes_network_case_state CHECK ((state = ANY (ARRAY['STATEMENT'::text, 'REVIEW'::text, 'DECIDED'::text, 'WITHDRAWN'::text])))
  CREATE INDEX disputes_network_case_list ON public.disputes_network_case USING btree (company_id, state, id)
  CREATE UNIQUE INDEX disputes_network_case_once ON public.disputes_network_case USING btree (company_id, kind, subject_id) WHERE (state <> 'WITHDRAWN'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.disputes_network_statement ( -- company
  company_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  said_by text not null,
  text text not null,
  evidence text[] not null,
  said_at timestamp with time zone not null
); -- row security forced
  constraint disputes_network_statement_by CHECK ((said_by = ANY (ARRAY['COMPANY'::text, 'PERSON'::text])))
  constraint disputes_network_statement_of FOREIGN KEY (company_id, case_id) REFERENCES disputes_network_case(company_id, id)
  constraint disputes_network_statement_once UNIQUE (company_id, case_id, said_by)
  constraint disputes_network_statement_pkey PRIMARY KEY (company_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.files_chunk ( -- company
  company_id uuid not null,
  file_id uuid not null,
  sequence integer not null,
  bytes bytea not null
); -- row security forced
  constraint files_chunk_company_id_file_id_fkey FOREIGN KEY (company_id, file_id) REFERENCES files_file(company_id, id) ON DELETE CASCADE
  constraint files_chunk_pkey PRIMARY KEY (company_id, file_id, sequence)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.files_file ( -- company
  company_id uuid not null,
  id uuid not null,
  source_record_id uuid not null,
  kind text not null,
  given_by text not null,
  byte_size integer not null,
  chunk_count integer not null,
  content_hash text not null,
  key_print text not null,
  key_wrapped text not null,
  name_sealed text not null,
  text_sealed text not null,
  has_text boolean not null,
  masked jsonb not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint files_file_company_id_source_record_id_fkey FOREIGN KEY (company_id, source_record_id) REFERENCES people_source_record(company_id, id)
  constraint files_file_given_by CHECK ((given_by = ANY (ARRAY['STAFF'::text, 'PERSON'::text])))
  constraint files_file_kind CHECK ((kind = ANY (ARRAY['PDF'::text, 'DOCX'::text, 'TEXT'::text])))
  constraint files_file_pkey PRIMARY KEY (company_id, id)
  constraint files_file_size CHECK (((byte_size >= 1) AND (byte_size <= 10485760)))
  CREATE INDEX files_file_key ON public.files_file USING btree (company_id, key_print)
  CREATE INDEX files_file_record ON public.files_file USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create view public.files_found as
 SELECT p.company_id,
    p.token,
    r.person_id
   FROM files_posting p
     JOIN people_record_person r ON r.company_id = p.company_id AND r.source_record_id = p.source_record_id;
  grant SELECT to tasuki_app
create table public.files_posting ( -- company
  company_id uuid not null,
  token bigint not null,
  file_id uuid not null,
  source_record_id uuid not null
); -- row security forced
  constraint files_posting_company_id_file_id_fkey FOREIGN KEY (company_id, file_id) REFERENCES files_file(company_id, id) ON DELETE CASCADE
  constraint files_posting_pkey PRIMARY KEY (company_id, token, file_id)
  CREATE INDEX files_posting_file ON public.files_posting USING btree (company_id, file_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.freshness_answer ( -- company
  company_id uuid not null,
  claim_id uuid not null,
  source_record_id uuid not null,
  answer text not null,
  answered_at timestamp with time zone not null
); -- row security forced
  constraint freshness_answer_pkey PRIMARY KEY (company_id, claim_id)
  constraint freshness_answer_said CHECK ((answer = ANY (ARRAY['ACCEPTED'::text, 'CORRECTED'::text, 'REFUSED'::text])))
  CREATE INDEX freshness_answer_record ON public.freshness_answer USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.freshness_ask ( -- company
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  source_record_id uuid not null,
  fields text[] not null,
  state text not null,
  answer text,
  reason text,
  planned_by text not null,
  planned_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  ended_at timestamp with time zone
); -- row security forced
  constraint freshness_ask_answer CHECK ((answer = ANY (ARRAY['CONFIRMED'::text, 'CHANGED'::text, 'NOT_INTERESTED'::text, 'STAYS'::text, 'LEAVES'::text])))
  constraint freshness_ask_answered CHECK (((state = 'ANSWERED'::text) = (answer IS NOT NULL)))
  constraint freshness_ask_kind CHECK ((kind = ANY (ARRAY['REFRESH'::text, 'POOL'::text])))
  constraint freshness_ask_pkey PRIMARY KEY (company_id, id)
  constraint freshness_ask_state CHECK ((state = ANY (ARRAY['PLANNED'::text, 'SENT'::text, 'ANSWERED'::text, 'LAPSED'::text, 'REFUSED'::text])))
  CREATE UNIQUE INDEX freshness_ask_one_open ON public.freshness_ask USING btree (company_id, kind, source_record_id) WHERE (state = ANY (ARRAY['PLANNED'::text, 'SENT'::text]))
  CREATE INDEX freshness_ask_planned ON public.freshness_ask USING btree (company_id, planned_at, id)
  CREATE INDEX freshness_ask_record ON public.freshness_ask USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.freshness_settings ( -- company
  company_id uuid not null,
  on_since timestamp with time zone,
  mode text not null,
  daily_limit integer not null,
  rest_days integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null
); -- row security forced
  constraint freshness_settings_limit CHECK (((daily_limit >= 1) AND (daily_limit <= 200)))
  constraint freshness_settings_mode CHECK ((mode = ANY (ARRAY['BY_HAND'::text, 'EVERY_DAY'::text])))
  constraint freshness_settings_pkey PRIMARY KEY (company_id)
  constraint freshness_settings_rest CHECK (((rest_days >= 30) AND (rest_days <= 730)))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.impact_answer ( -- member
  member_id uuid not null,
  sex text,
  race text,
  is_given boolean not null,
  version bigint not null,
  changed_at timestamp with time zone not null
); -- row security forced
  constraint impact_answer_gone_means_gone CHECK ((is_given OR ((sex IS NULL) AND (race IS NULL))))
  constraint impact_answer_pkey PRIMARY KEY (member_id)
  constraint impact_answer_sex CHECK ((sex = ANY (ARRAY['FEMALE'::text, 'MALE'::text, 'ANOTHER'::text])))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.impact_report ( -- company
  company_id uuid not null,
  id uuid not null,
  from_day date not null,
  until_day date not null,
  report jsonb not null,
  made_by uuid not null,
  made_at timestamp with time zone not null
); -- row security forced
  constraint impact_report_days CHECK ((from_day <= until_day))
  constraint impact_report_from_day UNIQUE (company_id, from_day)
  constraint impact_report_pkey PRIMARY KEY (company_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.impact_switch ( -- company
  company_id uuid not null,
  id uuid not null,
  is_on boolean not null,
  jurisdiction text,
  ground text,
  reviewed_by text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint impact_switch_on_has_a_ground CHECK (((NOT is_on) OR ((jurisdiction IS NOT NULL) AND (ground IS NOT NULL) AND (reviewed_by IS NOT NULL))))
  constraint impact_switch_pkey PRIMARY KEY (company_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.impact_volunteered ( -- company
  company_id uuid not null,
  subject_key text not null,
  sex text,
  race text,
  is_given boolean not null,
  version bigint not null,
  changed_at timestamp with time zone not null
); -- row security forced
  constraint impact_volunteered_gone_means_gone CHECK ((is_given OR ((sex IS NULL) AND (race IS NULL))))
  constraint impact_volunteered_pkey PRIMARY KEY (company_id, subject_key)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.insights_answer ( -- company
  company_id uuid not null,
  id uuid not null,
  statistic text not null,
  cell text not null,
  members uuid[] not null,
  digest text not null,
  answered_at timestamp with time zone not null
); -- row security forced
  constraint insights_answer_pkey PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX insights_answer_once ON public.insights_answer USING btree (company_id, statistic, cell, digest)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.insights_cost ( -- company
  company_id uuid not null,
  id uuid not null,
  month date not null,
  kind text not null,
  channel text,
  amount_yen bigint not null,
  note text,
  recorded_by text not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint insights_cost_amount CHECK (((amount_yen >= 1) AND (amount_yen <= '100000000000'::bigint)))
  constraint insights_cost_channel CHECK ((channel = ANY (ARRAY['DIRECT'::text, 'JOB_BOARD'::text, 'AGENCY'::text, 'EMPLOYEE_REFERRAL'::text, 'EVENT'::text, 'ALUMNI'::text, 'SCOUT'::text, 'RELAY'::text, 'OTHER'::text])))
  constraint insights_cost_kind CHECK ((kind = ANY (ARRAY['ADVERTISING'::text, 'AGENCY_FEE'::text, 'HOURS'::text, 'OTHER'::text])))
  constraint insights_cost_of_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric))
  constraint insights_cost_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX insights_cost_month ON public.insights_cost USING btree (company_id, month)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.insights_guard ( -- company
  company_id uuid not null,
  questions integer not null
); -- row security forced
  constraint insights_guard_pkey PRIMARY KEY (company_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.intake_access ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  client_id text not null,
  secret_sealed text not null,
  user_id text,
  version integer not null default 1,
  token_sealed text,
  token_until timestamp with time zone,
  resting_until timestamp with time zone,
  fields jsonb not null default '[]'::jsonb,
  problem text,
  problem_at timestamp with time zone,
  checked_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
); -- row security forced
  constraint intake_access_client CHECK (((char_length(client_id) >= 1) AND (char_length(client_id) <= 200)))
  constraint intake_access_connection FOREIGN KEY (company_id, id) REFERENCES intake_connection(company_id, id)
  constraint intake_access_pkey PRIMARY KEY (company_id, id)
  constraint intake_access_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  constraint intake_access_user CHECK ((user_id ~ '^[0-9]{1,20}$'::text))
  CREATE INDEX intake_access_due ON public.intake_access USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.intake_connection ( -- company
  company_id uuid not null,
  id uuid not null,
  connector text not null,
  name text not null,
  state text not null,
  address_hash text,
  address_sealed text,
  secret_sealed text,
  secret_set_at timestamp with time zone,
  header_key text,
  letters_on boolean not null default false,
  letters_on_since timestamp with time zone,
  accepted bigint not null default 0,
  refused bigint not null default 0,
  last_delivery_at timestamp with time zone,
  last_refusal_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  reading jsonb not null default '{}'::jsonb
); -- row security forced
  constraint intake_connection_address UNIQUE (company_id, address_hash)
  constraint intake_connection_named CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120)))
  constraint intake_connection_named_once UNIQUE (company_id, connector, name)
  constraint intake_connection_pkey PRIMARY KEY (company_id, id)
  constraint intake_connection_state CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'PAUSED'::text])))
  CREATE INDEX intake_connection_header ON public.intake_connection USING btree (company_id, header_key)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.intake_delivery ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  connection_id uuid not null,
  remote_key text not null,
  body bytea,
  body_sha256 text not null,
  byte_size integer not null,
  occurred_at timestamp with time zone,
  source_record_id uuid,
  reason text,
  received_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  waits_for uuid
); -- row security forced
  constraint intake_delivery_company_id_connection_id_fkey FOREIGN KEY (company_id, connection_id) REFERENCES intake_connection(company_id, id)
  constraint intake_delivery_once UNIQUE (company_id, connection_id, remote_key)
  constraint intake_delivery_pkey PRIMARY KEY (company_id, id)
  constraint intake_delivery_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'UNUSED'::text, 'WAITING'::text, 'DEAD'::text])))
  CREATE INDEX intake_delivery_due ON public.intake_delivery USING btree (due_at) WHERE (state = 'READY'::text)
  CREATE INDEX intake_delivery_listed ON public.intake_delivery USING btree (company_id, connection_id, received_at DESC)
  CREATE INDEX intake_delivery_record ON public.intake_delivery USING btree (company_id, source_record_id)
  CREATE INDEX intake_delivery_waits ON public.intake_delivery USING btree (company_id, waits_for) WHERE (waits_for IS NOT NULL)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.intake_import ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  phase text not null,
  connection_id uuid,
  label text not null,
  file_name text not null,
  byte_size bigint not null,
  sha256 text not null,
  today date not null,
  encoding text not null,
  encoding_confidence real not null default 1,
  shape jsonb not null,
  recognition jsonb not null,
  samples jsonb not null,
  bad_lines jsonb not null,
  refusal jsonb,
  rows_total integer not null default 0,
  rows_checked integer not null default 0,
  rows_done integer not null default 0,
  rows_linked integer not null default 0,
  found_new integer not null default 0,
  found_known integer not null default 0,
  found_unchanged integer not null default 0,
  found_refused integer not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  joined integer not null default 0,
  has_file boolean not null default true,
  staff_id text not null,
  recorded_at timestamp with time zone not null,
  committed_at timestamp with time zone,
  finished_at timestamp with time zone
); -- row security forced
  constraint intake_import_company_id_connection_id_fkey FOREIGN KEY (company_id, connection_id) REFERENCES intake_connection(company_id, id)
  constraint intake_import_phase CHECK ((phase = ANY (ARRAY['UPLOADED'::text, 'CHECKING'::text, 'CHECKED'::text, 'COMMITTING'::text, 'LINKING'::text, 'DONE'::text, 'REFUSED'::text, 'CANCELLED'::text])))
  constraint intake_import_pkey PRIMARY KEY (company_id, id)
  constraint intake_import_state CHECK ((state = ANY (ARRAY['WAITING'::text, 'READY'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX intake_import_due ON public.intake_import USING btree (due_at) WHERE (state = 'READY'::text)
  CREATE INDEX intake_import_listed ON public.intake_import USING btree (company_id, recorded_at DESC)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.intake_import_row ( -- company
  company_id uuid not null,
  import_id uuid not null,
  number integer not null,
  line integer not null,
  cells jsonb,
  problem jsonb,
  record_id uuid,
  verdict text not null,
  findings jsonb not null,
  has_findings boolean not null,
  outcome text
); -- row security forced
  constraint intake_import_row_company_id_import_id_fkey FOREIGN KEY (company_id, import_id) REFERENCES intake_import(company_id, id)
  constraint intake_import_row_outcome CHECK ((outcome = ANY (ARRAY['TO_LINK'::text, 'REFUSED'::text])))
  constraint intake_import_row_pkey PRIMARY KEY (company_id, import_id, number)
  constraint intake_import_row_verdict CHECK ((verdict = ANY (ARRAY['NEW'::text, 'KNOWN'::text, 'UNCHANGED'::text, 'REFUSED'::text])))
  CREATE INDEX intake_import_row_found ON public.intake_import_row USING btree (company_id, import_id, number) WHERE has_findings
  CREATE INDEX intake_import_row_open ON public.intake_import_row USING btree (company_id, import_id, outcome, number)
  CREATE INDEX intake_import_row_record ON public.intake_import_row USING btree (company_id, record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.intake_known_row ( -- company
  company_id uuid not null,
  connection_id uuid not null,
  key text not null,
  source_record_id uuid not null,
  content_hash text not null,
  import_id uuid not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint intake_known_row_company_id_connection_id_fkey FOREIGN KEY (company_id, connection_id) REFERENCES intake_connection(company_id, id)
  constraint intake_known_row_pkey PRIMARY KEY (company_id, connection_id, key)
  CREATE INDEX intake_known_row_record ON public.intake_known_row USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.intake_upload ( -- company
  company_id uuid not null,
  import_id uuid not null,
  sequence integer not null,
  bytes bytea not null
); -- row security forced
  constraint intake_upload_company_id_import_id_fkey FOREIGN KEY (company_id, import_id) REFERENCES intake_import(company_id, id)
  constraint intake_upload_pkey PRIMARY KEY (company_id, import_id, sequence)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.introductions_ask ( -- member
  member_id uuid not null,
  id uuid not null,
  employer_id uuid not null,
  provider jsonb not null,
  job jsonb not null,
  message text not null,
  state text not null,
  cause text,
  progress text,
  progress_version bigint not null default 0,
  asked_at timestamp with time zone not null,
  answer_by timestamp with time zone not null,
  ended_at timestamp with time zone,
  reason text,
  disclosure jsonb,
  version bigint not null,
  promises jsonb not null default '[]'::jsonb,
  employer_record jsonb,
  steps jsonb not null default '[]'::jsonb
); -- row security forced
  constraint introductions_ask_cause CHECK ((cause = ANY (ARRAY['PERSON'::text, 'CLOCK'::text, 'EMPLOYER'::text, 'LEFT'::text, 'CONSENT'::text, 'LIMIT'::text, 'AWAY'::text])))
  constraint introductions_ask_pkey PRIMARY KEY (member_id, id)
  constraint introductions_ask_state CHECK ((state = ANY (ARRAY['OPEN'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'LAPSED'::text, 'WITHDRAWN'::text, 'CANCELLED'::text])))
  CREATE INDEX introductions_ask_employer ON public.introductions_ask USING btree (member_id, employer_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.introductions_clock ( -- member, intents
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  ask_id uuid not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text
); -- row security forced
  constraint introductions_clock_kind CHECK ((kind = ANY (ARRAY['REMINDER'::text, 'LAPSE'::text])))
  constraint introductions_clock_member_id_ask_id_fkey FOREIGN KEY (member_id, ask_id) REFERENCES introductions_ask(member_id, id)
  constraint introductions_clock_pkey PRIMARY KEY (member_id, id)
  constraint introductions_clock_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX introductions_clock_due ON public.introductions_clock USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.introductions_gate ( -- company
  company_id uuid not null,
  id uuid not null,
  employer_id uuid not null,
  job jsonb,
  message text,
  shown jsonb,
  promises jsonb,
  state text not null,
  reason text,
  note text,
  asked_at timestamp with time zone not null,
  decide_by timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by text,
  version bigint not null
); -- row security forced
  constraint introductions_gate_decided CHECK (((state = 'WAITING'::text) = (decided_at IS NULL)))
  constraint introductions_gate_pkey PRIMARY KEY (company_id, id)
  constraint introductions_gate_refused CHECK (((state = 'REFUSED'::text) = (reason IS NOT NULL)))
  constraint introductions_gate_state CHECK ((state = ANY (ARRAY['WAITING'::text, 'PASSED'::text, 'REFUSED'::text, 'LAPSED'::text, 'WITHDRAWN'::text])))
  CREATE INDEX introductions_gate_order ON public.introductions_gate USING btree (company_id, state, asked_at, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.introductions_gate_copy ( -- company
  company_id uuid not null,
  id uuid not null,
  state text not null,
  reason text,
  note text,
  decide_by timestamp with time zone not null,
  version bigint not null
); -- row security forced
  constraint introductions_gate_copy_of FOREIGN KEY (company_id, id) REFERENCES introductions_request(company_id, id)
  constraint introductions_gate_copy_pkey PRIMARY KEY (company_id, id)
  constraint introductions_gate_copy_state CHECK ((state = ANY (ARRAY['WAITING'::text, 'PASSED'::text, 'REFUSED'::text, 'LAPSED'::text, 'WITHDRAWN'::text])))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.introductions_link ( -- member
  member_id uuid not null,
  ask_id uuid not null,
  secret_hash text not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint introductions_link_member_id_ask_id_fkey FOREIGN KEY (member_id, ask_id) REFERENCES introductions_ask(member_id, id)
  constraint introductions_link_pkey PRIMARY KEY (member_id, ask_id)
  constraint introductions_link_secret UNIQUE (member_id, secret_hash)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.introductions_mail ( -- member, intents
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  ask_id uuid not null,
  state text not null,
  sending_since timestamp with time zone,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  settled_at timestamp with time zone
); -- row security forced
  constraint introductions_mail_kind CHECK ((kind = ANY (ARRAY['REQUEST'::text, 'REMINDER'::text, 'ANSWER'::text, 'DISPUTE'::text, 'PROMISE'::text, 'ENDED'::text])))
  constraint introductions_mail_member_id_ask_id_fkey FOREIGN KEY (member_id, ask_id) REFERENCES introductions_ask(member_id, id)
  constraint introductions_mail_pkey PRIMARY KEY (member_id, id)
  constraint introductions_mail_state CHECK ((state = ANY (ARRAY['READY'::text, 'SENT'::text, 'REFUSED'::text, 'UNKNOWN'::text, 'CANCELLED'::text, 'DEAD'::text])))
  CREATE INDEX introductions_mail_due ON public.introductions_mail USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.introductions_mapping ( -- company
  company_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  employer_id uuid not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint introductions_mapping_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX introductions_mapping_member ON public.introductions_mapping USING btree (company_id, member_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.introductions_member_promise ( -- member
  member_id uuid not null,
  id uuid not null,
  ask_id uuid not null,
  kind text not null,
  steps text[] not null,
  days integer not null,
  due_at timestamp with time zone not null,
  state text not null,
  settled_by text,
  settled_at timestamp with time zone,
  released_at timestamp with time zone,
  objected_at timestamp with time zone,
  version bigint not null,
  objection text
); -- row security forced
  constraint introductions_member_promise_of FOREIGN KEY (member_id, ask_id) REFERENCES introductions_ask(member_id, id)
  constraint introductions_member_promise_pkey PRIMARY KEY (member_id, id)
  constraint introductions_member_promise_state CHECK ((state = ANY (ARRAY['PENDING'::text, 'KEPT'::text, 'BROKEN'::text, 'RELEASED'::text])))
  CREATE INDEX introductions_member_promise_ask ON public.introductions_member_promise USING btree (member_id, ask_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.introductions_member_talk ( -- member
  member_id uuid not null,
  id uuid not null,
  ask_id uuid not null,
  said_by text not null,
  text text not null,
  said_at timestamp with time zone not null
); -- row security forced
  constraint introductions_member_talk_by CHECK ((said_by = ANY (ARRAY['PERSON'::text, 'COMPANY'::text])))
  constraint introductions_member_talk_member_id_ask_id_fkey FOREIGN KEY (member_id, ask_id) REFERENCES introductions_ask(member_id, id)
  constraint introductions_member_talk_pkey PRIMARY KEY (member_id, id)
  CREATE INDEX introductions_member_talk_of ON public.introductions_member_talk USING btree (member_id, ask_id, said_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.introductions_network ( -- company
  company_id uuid not null,
  id uuid not null,
  employer_id uuid not null,
  state text not null,
  progress text,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  version bigint not null,
  answer_by timestamp with time zone,
  steps jsonb not null default '[]'::jsonb
); -- row security forced
  constraint introductions_network_pkey PRIMARY KEY (company_id, id)
  constraint introductions_network_state CHECK ((state = ANY (ARRAY['ASKED'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'LAPSED'::text, 'WITHDRAWN'::text, 'CANCELLED'::text])))
  CREATE INDEX introductions_network_list ON public.introductions_network USING btree (company_id, state, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.introductions_network_objection ( -- company
  company_id uuid not null,
  promise_id uuid not null,
  words text not null,
  said_at timestamp with time zone not null,
  version bigint not null
); -- row security forced
  constraint introductions_network_objection_pkey PRIMARY KEY (company_id, promise_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.introductions_network_promise ( -- company
  company_id uuid not null,
  id uuid not null,
  introduction_id uuid not null,
  employer_id uuid not null,
  kind text not null,
  steps text[] not null,
  days integer not null,
  due_at timestamp with time zone not null,
  state text not null,
  settled_by text,
  settled_at timestamp with time zone,
  objected_at timestamp with time zone,
  found text,
  found_at timestamp with time zone,
  found_by uuid,
  version bigint not null
); -- row security forced
  constraint introductions_network_promise_found CHECK ((found = ANY (ARRAY['KEPT'::text, 'BROKEN'::text])))
  constraint introductions_network_promise_pkey PRIMARY KEY (company_id, id)
  constraint introductions_network_promise_state CHECK ((state = ANY (ARRAY['PENDING'::text, 'KEPT'::text, 'BROKEN'::text, 'RELEASED'::text])))
  CREATE INDEX introductions_network_promise_due ON public.introductions_network_promise USING btree (company_id, due_at DESC, id DESC)
  CREATE INDEX introductions_network_promise_employer ON public.introductions_network_promise USING btree (company_id, employer_id, settled_at)
  CREATE INDEX introductions_network_promise_waiting ON public.introductions_network_promise USING btree (company_id, id) WHERE ((objected_at IS NOT NULL) AND (found IS NULL))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.introductions_promise ( -- company
  company_id uuid not null,
  id uuid not null,
  introduction_id uuid not null,
  kind text not null,
  steps text[] not null,
  days integer not null,
  since timestamp with time zone not null,
  due_at timestamp with time zone not null,
  state text not null,
  settled_by text,
  settled_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  kept_on timestamp with time zone,
  released_at timestamp with time zone,
  objected_at timestamp with time zone,
  found text,
  found_at timestamp with time zone,
  version bigint not null
); -- row security forced
  constraint introductions_promise_days CHECK (((days >= 1) AND (days <= 60)))
  constraint introductions_promise_found CHECK ((found = ANY (ARRAY['KEPT'::text, 'BROKEN'::text])))
  constraint introductions_promise_kind CHECK ((kind = ANY (ARRAY['GUARANTEED_INTERVIEW'::text, 'STEP_WAIVER'::text, 'ANSWER'::text])))
  constraint introductions_promise_of FOREIGN KEY (company_id, introduction_id) REFERENCES introductions_request(company_id, id)
  constraint introductions_promise_once UNIQUE (company_id, introduction_id, kind)
  constraint introductions_promise_pkey PRIMARY KEY (company_id, id)
  constraint introductions_promise_settled CHECK ((((state = 'PENDING'::text) = (settled_at IS NULL)) AND ((settled_at IS NULL) = (settled_by IS NULL))))
  constraint introductions_promise_settled_by CHECK ((settled_by = ANY (ARRAY['RECORD'::text, 'CLOCK'::text, 'STAFF'::text, 'PERSON'::text, 'OPERATOR'::text])))
  constraint introductions_promise_state CHECK ((state = ANY (ARRAY['PENDING'::text, 'KEPT'::text, 'BROKEN'::text, 'RELEASED'::text])))
  CREATE INDEX introductions_promise_open ON public.introductions_promise USING btree (company_id, due_at) WHERE (state = 'PENDING'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.introductions_promise_clock ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  promise_id uuid not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text
); -- row security forced
  constraint introductions_promise_clock_kind CHECK ((kind = ANY (ARRAY['REMINDER'::text, 'LOOK'::text])))
  constraint introductions_promise_clock_of FOREIGN KEY (company_id, promise_id) REFERENCES introductions_promise(company_id, id)
  constraint introductions_promise_clock_pkey PRIMARY KEY (company_id, id)
  constraint introductions_promise_clock_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX introductions_promise_clock_due ON public.introductions_promise_clock USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.introductions_request ( -- company
  company_id uuid not null,
  id uuid not null,
  opening_id uuid not null,
  ref text not null,
  shown jsonb not null,
  job jsonb not null,
  message text not null,
  state text not null,
  progress text,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  answer_by timestamp with time zone not null,
  cancel_asked_at timestamp with time zone,
  ended_at timestamp with time zone,
  source_record_id uuid,
  application_id uuid,
  version bigint not null,
  changed_at timestamp with time zone not null,
  ended_because text,
  promises jsonb not null default '[]'::jsonb,
  is_person_gone boolean not null default false,
  steps jsonb not null default '[]'::jsonb
); -- row security forced
  constraint introductions_request_because CHECK ((ended_because = ANY (ARRAY['SUSPENDED'::text, 'NETWORK_STOPPED'::text, 'MODE'::text, 'GATE_REFUSED'::text, 'GATE_LAPSED'::text, 'OPENING_CLOSED'::text])))
  constraint introductions_request_company_id_opening_id_fkey FOREIGN KEY (company_id, opening_id) REFERENCES selection_opening(company_id, id)
  constraint introductions_request_identity CHECK (((state = 'ACCEPTED'::text) = (source_record_id IS NOT NULL)))
  constraint introductions_request_pkey PRIMARY KEY (company_id, id)
  constraint introductions_request_progress CHECK ((progress = ANY (ARRAY['INTERVIEWING'::text, 'OFFERED'::text, 'HIRED'::text, 'REJECTED'::text, 'WITHDRAWN'::text])))
  constraint introductions_request_state CHECK ((state = ANY (ARRAY['ASKED'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'LAPSED'::text, 'WITHDRAWN'::text, 'CANCELLED'::text])))
  CREATE INDEX introductions_request_application ON public.introductions_request USING btree (company_id, application_id)
  CREATE INDEX introductions_request_list ON public.introductions_request USING btree (company_id, changed_at, id)
  CREATE UNIQUE INDEX introductions_request_one_open ON public.introductions_request USING btree (company_id, ref) WHERE (state = ANY (ARRAY['ASKED'::text, 'ACCEPTED'::text]))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.introductions_talk ( -- company
  company_id uuid not null,
  id uuid not null,
  introduction_id uuid not null,
  said_by text not null,
  text text not null,
  said_at timestamp with time zone not null
); -- row security forced
  constraint introductions_talk_by CHECK ((said_by = ANY (ARRAY['PERSON'::text, 'COMPANY'::text])))
  constraint introductions_talk_company_id_introduction_id_fkey FOREIGN KEY (company_id, introduction_id) REFERENCES introductions_request(company_id, id)
  constraint introductions_talk_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX introductions_talk_of ON public.introductions_talk USING btree (company_id, introduction_id, said_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.kernel_directory ( -- directory
  lookup text not null,
  kind text not null,
  realm_id uuid not null,
  recorded_at timestamp with time zone not null
);
  constraint kernel_directory_pkey PRIMARY KEY (lookup, kind)
  CREATE INDEX kernel_directory_realm ON public.kernel_directory USING btree (realm_id)
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.kernel_installation ( -- local
  id text not null,
  clock_offset_ms bigint not null default 0,
  demonstration boolean not null default false,
  recorded_at timestamp with time zone not null
);
  constraint kernel_installation_pkey PRIMARY KEY (id)
  constraint kernel_installation_single CHECK ((id = 'installation'::text))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.kernel_table ( -- kernel
  name text not null,
  kinds text[] not null
);
  constraint kernel_table_pkey PRIMARY KEY (name)
  grant SELECT to tasuki_app
create table public.linkage_candidate ( -- company
  company_id uuid not null,
  id uuid not null,
  one_record_id uuid not null,
  other_record_id uuid not null,
  reasons jsonb not null,
  score real not null,
  state text not null,
  merge_id uuid,
  decided_by text,
  decided_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  route text not null default 'IMPORT'::text,
  rules_version integer not null default 0,
  model text not null default ''::text,
  run_id uuid
); -- row security forced
  constraint linkage_candidate_company_id_one_record_id_fkey FOREIGN KEY (company_id, one_record_id) REFERENCES people_source_record(company_id, id)
  constraint linkage_candidate_company_id_other_record_id_fkey FOREIGN KEY (company_id, other_record_id) REFERENCES people_source_record(company_id, id)
  constraint linkage_candidate_once UNIQUE (company_id, one_record_id, other_record_id)
  constraint linkage_candidate_pkey PRIMARY KEY (company_id, id)
  constraint linkage_candidate_same CHECK (((state = ANY (ARRAY['SAME'::text, 'JOINED'::text])) = (merge_id IS NOT NULL)))
  constraint linkage_candidate_state CHECK ((state = ANY (ARRAY['OPEN'::text, 'SAME'::text, 'NOT_SAME'::text, 'LATER'::text, 'JOINED'::text])))
  CREATE INDEX linkage_candidate_merge ON public.linkage_candidate USING btree (company_id, merge_id) WHERE (merge_id IS NOT NULL)
  CREATE INDEX linkage_candidate_other ON public.linkage_candidate USING btree (company_id, other_record_id)
  CREATE INDEX linkage_candidate_queue ON public.linkage_candidate USING btree (company_id, state, score DESC, id)
  CREATE INDEX linkage_candidate_run ON public.linkage_candidate USING btree (company_id, run_id, id) WHERE (run_id IS NOT NULL)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.linkage_count ( -- company
  company_id uuid not null,
  records integer not null,
  counted_at timestamp with time zone not null,
  weigh_after uuid
); -- row security forced
  constraint linkage_count_pkey PRIMARY KEY (company_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.linkage_key ( -- company
  company_id uuid not null,
  key bigint not null,
  source_record_id uuid not null
); -- row security forced
  constraint linkage_key_company_id_source_record_id_fkey FOREIGN KEY (company_id, source_record_id) REFERENCES people_source_record(company_id, id)
  constraint linkage_key_pkey PRIMARY KEY (company_id, key, source_record_id)
  CREATE INDEX linkage_key_record ON public.linkage_key USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.linkage_record ( -- company
  company_id uuid not null,
  source_record_id uuid not null,
  stated jsonb not null,
  keys jsonb not null,
  terms jsonb not null
); -- row security forced
  constraint linkage_record_company_id_source_record_id_fkey FOREIGN KEY (company_id, source_record_id) REFERENCES people_source_record(company_id, id)
  constraint linkage_record_pkey PRIMARY KEY (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.linkage_refusal ( -- company
  company_id uuid not null,
  one_record_id uuid not null,
  other_record_id uuid not null,
  evidence jsonb not null,
  decided_by text not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint linkage_refusal_company_id_one_record_id_fkey FOREIGN KEY (company_id, one_record_id) REFERENCES people_source_record(company_id, id)
  constraint linkage_refusal_company_id_other_record_id_fkey FOREIGN KEY (company_id, other_record_id) REFERENCES people_source_record(company_id, id)
  constraint linkage_refusal_pkey PRIMARY KEY (company_id, one_record_id, other_record_id)
  CREATE INDEX linkage_refusal_other ON public.linkage_refusal USING btree (company_id, other_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.linkage_rules ( -- company
  company_id uuid not null,
  version integer not null,
  rules jsonb not null,
  decided_by text not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint linkage_rules_pkey PRIMARY KEY (company_id, version)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.linkage_run ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  undoes uuid,
  wanted real,
  total integer not null,
  done integer not null default 0,
  changed integer not null default 0,
  started_by text not null,
  recorded_at timestamp with time zone not null,
  finished_at timestamp with time zone
); -- row security forced
  constraint linkage_run_kind CHECK ((kind = ANY (ARRAY['ACCEPT'::text, 'UNDO'::text])))
  constraint linkage_run_pkey PRIMARY KEY (company_id, id)
  constraint linkage_run_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  constraint linkage_run_undo CHECK (((kind = 'UNDO'::text) = (undoes IS NOT NULL)))
  constraint linkage_run_undoes FOREIGN KEY (company_id, undoes) REFERENCES linkage_run(company_id, id)
  CREATE INDEX linkage_run_due ON public.linkage_run USING btree (due_at) WHERE (state = 'READY'::text)
  CREATE UNIQUE INDEX linkage_run_undone_once ON public.linkage_run USING btree (company_id, undoes) WHERE (undoes IS NOT NULL)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.linkage_term ( -- company
  company_id uuid not null,
  term bigint not null,
  holders integer not null
); -- row security forced
  constraint linkage_term_pkey PRIMARY KEY (company_id, term)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.matching_assessed ( -- company
  company_id uuid not null,
  place_key text not null,
  subject_key text not null,
  first_on date not null,
  is_above boolean,
  is_shown boolean not null,
  introduction_key text
); -- row security forced
  constraint matching_assessed_pkey PRIMARY KEY (company_id, place_key, subject_key)
  CREATE INDEX matching_assessed_day ON public.matching_assessed USING btree (company_id, first_on)
  CREATE INDEX matching_assessed_subject ON public.matching_assessed USING btree (company_id, subject_key)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create view public.matching_evaluated as
 SELECT e.company_id,
    e.id,
    e.application_id,
    l.person_id,
    e.recorded_at
   FROM selection_evaluation e
     JOIN selection_application a ON a.company_id = e.company_id AND a.id = e.application_id
     JOIN people_record_person l ON l.company_id = a.company_id AND l.source_record_id = a.source_record_id;
  grant SELECT to tasuki_app
create table public.matching_profile ( -- company
  company_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  version bigint not null,
  state text not null,
  facts jsonb,
  published jsonb,
  shown_until timestamp with time zone,
  not_to uuid[] not null default '{}'::uuid[],
  blocked_numbers text[] not null default '{}'::text[],
  blocked_names text[] not null default '{}'::text[],
  changed_at timestamp with time zone not null,
  report jsonb,
  blocked_industries text[] not null default '{}'::text[],
  touched_at timestamp with time zone not null default '2000-01-01 00:00:00+00'::timestamp with time zone,
  soon_not_to uuid[] not null default '{}'::uuid[],
  waits_since timestamp with time zone
); -- row security forced
  constraint matching_profile_pkey PRIMARY KEY (company_id, id)
  constraint matching_profile_removed_means_gone CHECK (((state = 'SHOWN'::text) OR ((facts IS NULL) AND (published IS NULL))))
  constraint matching_profile_state CHECK ((state = ANY (ARRAY['SHOWN'::text, 'REMOVED'::text])))
  CREATE INDEX matching_profile_touched ON public.matching_profile USING btree (company_id, touched_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.matching_ranking ( -- company
  company_id uuid not null,
  id uuid not null,
  opening_id uuid not null,
  pool text not null,
  ranked boolean not null,
  inputs_hash text not null,
  weights_version text not null,
  considered integer not null,
  listed integer not null,
  asked_by text not null,
  recorded_at timestamp with time zone not null,
  asked jsonb not null default '{}'::jsonb,
  excluded jsonb not null default '[]'::jsonb
); -- row security forced
  constraint matching_ranking_company_id_opening_id_fkey FOREIGN KEY (company_id, opening_id) REFERENCES selection_opening(company_id, id)
  constraint matching_ranking_pkey PRIMARY KEY (company_id, id)
  constraint matching_ranking_pool CHECK ((pool = ANY (ARRAY['OWN'::text, 'RELAY'::text])))
  CREATE INDEX matching_ranking_opening ON public.matching_ranking USING btree (company_id, opening_id, recorded_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.matching_release ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  released_at timestamp with time zone,
  people integer,
  withheld integer,
  smallest_class integer,
  average_risk double precision
); -- row security forced
  constraint matching_release_pkey PRIMARY KEY (company_id, id)
  constraint matching_release_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX matching_release_due ON public.matching_release USING btree (due_at) WHERE (state = 'READY'::text)
  CREATE UNIQUE INDEX matching_release_one_waits ON public.matching_release USING btree (company_id) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.matching_settings ( -- company
  company_id uuid not null,
  ranking_off boolean not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  left_alone jsonb not null default '[]'::jsonb
); -- row security forced
  constraint matching_settings_pkey PRIMARY KEY (company_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.matching_shown ( -- member
  member_id uuid not null,
  id uuid not null,
  shown_at timestamp with time zone not null,
  published jsonb,
  report jsonb
); -- row security forced
  constraint matching_shown_pkey PRIMARY KEY (member_id, id)
  CREATE INDEX matching_shown_latest ON public.matching_shown USING btree (member_id, shown_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.member_applied ( -- member
  member_id uuid not null,
  subscriber text not null,
  subject_id uuid not null,
  version bigint not null
); -- row security forced
  constraint member_applied_pkey PRIMARY KEY (member_id, subscriber, subject_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.member_outbox ( -- member, intents
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  subscriber text not null,
  subject_id uuid not null,
  version bigint not null,
  payload jsonb not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint member_outbox_pkey PRIMARY KEY (member_id, id)
  constraint member_outbox_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX member_outbox_due ON public.member_outbox USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.messages_budget ( -- company
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  spent_at timestamp with time zone not null
); -- row security forced
  constraint messages_budget_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX messages_budget_person ON public.messages_budget USING btree (company_id, person_id, spent_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.messages_event ( -- company
  company_id uuid not null,
  id uuid not null,
  mail_id uuid not null,
  kind text not null,
  answer text,
  actor_id text not null,
  occurred_at timestamp with time zone not null
); -- row security forced
  constraint messages_event_mail FOREIGN KEY (company_id, mail_id) REFERENCES messages_mail(company_id, id)
  constraint messages_event_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX messages_event_of_mail ON public.messages_event USING btree (company_id, mail_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.messages_inbound ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  mail_id uuid not null,
  return_path text not null,
  raw bytea,
  outcome text,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint messages_inbound_mail FOREIGN KEY (company_id, mail_id) REFERENCES messages_mail(company_id, id)
  constraint messages_inbound_pkey PRIMARY KEY (company_id, id)
  constraint messages_inbound_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX messages_inbound_due ON public.messages_inbound USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.messages_link ( -- company
  company_id uuid not null,
  id uuid not null,
  secret_hash text not null,
  purpose text not null,
  person_id uuid not null,
  source_record_id uuid,
  subject_id uuid,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint messages_link_pkey PRIMARY KEY (company_id, id)
  constraint messages_link_purpose CHECK ((purpose = ANY (ARRAY['LETTER'::text, 'PORTAL'::text, 'INTRODUCTION'::text, 'REFRESH'::text, 'BASIS'::text])))
  constraint messages_link_secret UNIQUE (company_id, secret_hash)
  CREATE INDEX messages_link_subject ON public.messages_link USING btree (company_id, purpose, person_id, subject_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.messages_mail ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  tries integer not null default 0,
  first_tried_at timestamp with time zone,
  last_error text,
  message_id text not null,
  recipient text,
  recipient_hash text not null,
  person_id uuid,
  source_record_id uuid,
  from_name text not null,
  content text,
  reply_hash text not null,
  unsubscribe_hash text,
  reply_to_staff uuid,
  in_window boolean not null,
  settled_at timestamp with time zone,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint messages_mail_pkey PRIMARY KEY (company_id, id)
  constraint messages_mail_state CHECK ((state = ANY (ARRAY['READY'::text, 'SENDING'::text, 'SENT'::text, 'REFUSED'::text, 'UNKNOWN'::text, 'CANCELLED'::text, 'DEAD'::text])))
  CREATE INDEX messages_mail_begun ON public.messages_mail USING btree (lease_until) WHERE (state = 'SENDING'::text)
  CREATE INDEX messages_mail_due ON public.messages_mail USING btree (due_at) WHERE (state = 'READY'::text)
  CREATE INDEX messages_mail_person ON public.messages_mail USING btree (company_id, person_id, recorded_at)
  CREATE INDEX messages_mail_record ON public.messages_mail USING btree (company_id, source_record_id)
  CREATE INDEX messages_mail_reply ON public.messages_mail USING btree (company_id, reply_hash)
  CREATE INDEX messages_mail_state_list ON public.messages_mail USING btree (company_id, state, id)
  CREATE INDEX messages_mail_unsubscribe ON public.messages_mail USING btree (company_id, unsubscribe_hash)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create view public.messages_mail_response as
 SELECT messages_reply.company_id,
    messages_reply.mail_id,
    'REPLIED'::text AS kind,
    messages_reply.received_at AS occurred_at
   FROM messages_reply
UNION ALL
 SELECT messages_unsubscribe.company_id,
    messages_unsubscribe.mail_id,
    'STOPPED'::text AS kind,
    messages_unsubscribe.occurred_at
   FROM messages_unsubscribe
UNION ALL
 SELECT messages_suppression.company_id,
    messages_suppression.mail_id,
    'STOPPED'::text AS kind,
    messages_suppression.recorded_at AS occurred_at
   FROM messages_suppression
  WHERE messages_suppression.reason = 'COMPLAINT'::text AND messages_suppression.mail_id IS NOT NULL;
  grant SELECT to tasuki_app
create table public.messages_reply ( -- company
  company_id uuid not null,
  id uuid not null,
  mail_id uuid not null,
  person_id uuid,
  source_record_id uuid,
  message_id text not null,
  from_address text,
  subject text,
  body text,
  attachments integer not null,
  received_at timestamp with time zone not null,
  handled_at timestamp with time zone,
  handled_by text
); -- row security forced
  constraint messages_reply_once UNIQUE (company_id, mail_id, message_id)
  constraint messages_reply_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX messages_reply_open ON public.messages_reply USING btree (company_id, id) WHERE (handled_at IS NULL)
  CREATE INDEX messages_reply_person ON public.messages_reply USING btree (company_id, person_id, received_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.messages_suppression ( -- company
  company_id uuid not null,
  address_hash text not null,
  reason text not null,
  mail_id uuid,
  recorded_at timestamp with time zone not null,
  request_id uuid
); -- row security forced
  constraint messages_suppression_pkey PRIMARY KEY (company_id, address_hash, reason)
  constraint messages_suppression_reason CHECK ((reason = ANY (ARRAY['HARD_BOUNCE'::text, 'COMPLAINT'::text, 'UNSUBSCRIBE'::text, 'UNREACHABLE'::text])))
  CREATE INDEX messages_suppression_mail ON public.messages_suppression USING btree (company_id, mail_id) WHERE (mail_id IS NOT NULL)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.messages_template ( -- company
  company_id uuid not null,
  id uuid not null,
  stage text not null,
  offer text not null,
  locale text not null,
  version integer not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint messages_template_locale CHECK ((locale = ANY (ARRAY['ja'::text, 'en'::text])))
  constraint messages_template_once UNIQUE (company_id, stage, offer, locale)
  constraint messages_template_pkey PRIMARY KEY (company_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.messages_template_version ( -- company
  company_id uuid not null,
  template_id uuid not null,
  version integer not null,
  subject text not null,
  body text not null,
  written_by text not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint messages_template_version_of FOREIGN KEY (company_id, template_id) REFERENCES messages_template(company_id, id)
  constraint messages_template_version_pkey PRIMARY KEY (company_id, template_id, version)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.messages_unsubscribe ( -- company
  company_id uuid not null,
  id uuid not null,
  mail_id uuid not null,
  how text not null,
  occurred_at timestamp with time zone not null
); -- row security forced
  constraint messages_unsubscribe_how CHECK ((how = ANY (ARRAY['ONE_CLICK'::text, 'PAGE'::text, 'REPLY'::text, 'STAFF'::text])))
  constraint messages_unsubscribe_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX messages_unsubscribe_mail ON public.messages_unsubscribe USING btree (company_id, mail_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.migration ( -- kernel
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null
);
  constraint migration_pkey PRIMARY KEY (name)
  grant SELECT to tasuki_app
create table public.people_claim ( -- company
  company_id uuid not null,
  id uuid not null,
  source_record_id uuid not null,
  field text not null,
  value jsonb,
  observed_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  confidence real not null default 1,
  withdraws uuid,
  actor text not null
); -- row security forced
  constraint people_claim_company_id_source_record_id_fkey FOREIGN KEY (company_id, source_record_id) REFERENCES people_source_record(company_id, id)
  constraint people_claim_confidence CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision)))
  constraint people_claim_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX people_claim_record ON public.people_claim USING btree (company_id, source_record_id, field)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.people_identifier ( -- company
  company_id uuid not null,
  kind text not null,
  key text not null,
  source_record_id uuid not null
); -- row security forced
  constraint people_identifier_company_id_source_record_id_fkey FOREIGN KEY (company_id, source_record_id) REFERENCES people_source_record(company_id, id)
  constraint people_identifier_pkey PRIMARY KEY (company_id, kind, key, source_record_id)
  CREATE INDEX people_identifier_record ON public.people_identifier USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.people_link ( -- company
  company_id uuid not null,
  source_record_id uuid not null,
  home_person_id uuid not null,
  person_id uuid not null,
  linked_at timestamp with time zone not null
); -- row security forced
  constraint people_link_company_id_home_person_id_fkey FOREIGN KEY (company_id, home_person_id) REFERENCES people_person(company_id, id)
  constraint people_link_company_id_person_id_fkey FOREIGN KEY (company_id, person_id) REFERENCES people_person(company_id, id)
  constraint people_link_company_id_source_record_id_fkey FOREIGN KEY (company_id, source_record_id) REFERENCES people_source_record(company_id, id)
  constraint people_link_pkey PRIMARY KEY (company_id, source_record_id)
  CREATE INDEX people_link_home ON public.people_link USING btree (company_id, home_person_id)
  CREATE INDEX people_link_person ON public.people_link USING btree (company_id, person_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.people_link_event ( -- company
  company_id uuid not null,
  id uuid not null,
  source_record_id uuid not null,
  from_person_id uuid,
  to_person_id uuid not null,
  merge_id uuid,
  reason text not null,
  actor text not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint people_link_event_company_id_source_record_id_fkey FOREIGN KEY (company_id, source_record_id) REFERENCES people_source_record(company_id, id)
  constraint people_link_event_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX people_link_event_record ON public.people_link_event USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create view public.people_listed as
 SELECT company_id,
    person_id,
    name,
    name_kana,
    sort_key,
    email,
    phone,
    employer,
    title,
    prefecture,
    fields,
    record_count,
    observed_at,
    changed_at
   FROM people_profile;
  grant SELECT to tasuki_app
create view public.people_living_record as
 SELECT company_id,
    id AS source_record_id,
    recorded_at
   FROM people_source_record
  WHERE erased_at IS NULL;
  grant SELECT to tasuki_app
create table public.people_merge ( -- company
  company_id uuid not null,
  id uuid not null,
  survivor_id uuid not null,
  dissolved_id uuid not null,
  reason text not null,
  actor text not null,
  merged_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by text
); -- row security forced
  constraint people_merge_company_id_dissolved_id_fkey FOREIGN KEY (company_id, dissolved_id) REFERENCES people_person(company_id, id)
  constraint people_merge_company_id_survivor_id_fkey FOREIGN KEY (company_id, survivor_id) REFERENCES people_person(company_id, id)
  constraint people_merge_of_two CHECK ((survivor_id <> dissolved_id))
  constraint people_merge_pkey PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX people_merge_dissolved_once ON public.people_merge USING btree (company_id, dissolved_id) WHERE (undone_at IS NULL)
  CREATE INDEX people_merge_survivor ON public.people_merge USING btree (company_id, survivor_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create view public.people_observed_record as
 SELECT company_id,
    id AS source_record_id,
    kind,
    observed_at
   FROM people_source_record;
  grant SELECT to tasuki_app
create table public.people_person ( -- company
  company_id uuid not null,
  id uuid not null,
  state text not null default 'ACTIVE'::text,
  forwarded_to uuid,
  version bigint not null default 0,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint people_person_forwarded CHECK (((state = 'MERGED'::text) = (forwarded_to IS NOT NULL)))
  constraint people_person_forwards_here FOREIGN KEY (company_id, forwarded_to) REFERENCES people_person(company_id, id)
  constraint people_person_pkey PRIMARY KEY (company_id, id)
  constraint people_person_state CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'MERGED'::text, 'ERASED'::text])))
  CREATE INDEX people_person_forwards ON public.people_person USING btree (company_id, forwarded_to) WHERE (forwarded_to IS NOT NULL)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create view public.people_posting as
 SELECT company_id,
    token,
    person_id
   FROM people_search;
  grant SELECT to tasuki_app
create table public.people_profile ( -- company, portal
  company_id uuid not null,
  person_id uuid not null,
  name text,
  name_kana text,
  sort_key text not null,
  email text,
  phone text,
  employer text,
  title text,
  prefecture text,
  fields jsonb not null,
  record_count integer not null,
  observed_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
); -- row security forced
  constraint people_profile_company_id_person_id_fkey FOREIGN KEY (company_id, person_id) REFERENCES people_person(company_id, id)
  constraint people_profile_pkey PRIMARY KEY (company_id, person_id)
  CREATE INDEX people_profile_changed ON public.people_profile USING btree (company_id, changed_at DESC, person_id DESC)
  CREATE INDEX people_profile_observed ON public.people_profile USING btree (company_id, observed_at, person_id)
  CREATE INDEX people_profile_sort ON public.people_profile USING btree (company_id, sort_key, person_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_person to tasuki_portal using (((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid) AND (person_id = (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid)))
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
  grant SELECT to tasuki_portal
create view public.people_record_person as
 SELECT company_id,
    source_record_id,
    person_id,
    home_person_id
   FROM people_link;
  grant SELECT to tasuki_app
create table public.people_search ( -- company
  company_id uuid not null,
  token text not null,
  person_id uuid not null
); -- row security forced
  constraint people_search_pkey PRIMARY KEY (company_id, token, person_id)
  CREATE INDEX people_search_person ON public.people_search USING btree (company_id, person_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.people_source_record ( -- company
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  connection_id uuid,
  remote_id text,
  label text not null,
  observed_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  erased_at timestamp with time zone
); -- row security forced
  constraint people_source_record_kind CHECK ((kind = ANY (ARRAY['FORM'::text, 'IMPORT'::text, 'WEBHOOK'::text, 'MAIL'::text, 'STAFF'::text, 'PERSON'::text, 'MEMBER'::text])))
  constraint people_source_record_once UNIQUE (company_id, connection_id, remote_id)
  constraint people_source_record_pkey PRIMARY KEY (company_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.pool_facet ( -- company
  company_id uuid not null,
  kind text not null,
  key text not null,
  person_id uuid not null
); -- row security forced
  constraint pool_facet_pkey PRIMARY KEY (company_id, kind, key, person_id)
  CREATE INDEX pool_facet_person ON public.pool_facet USING btree (company_id, person_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.pool_segment ( -- company
  company_id uuid not null,
  id uuid not null,
  name text not null,
  filter jsonb not null,
  staff_id uuid not null,
  is_shared boolean not null default true,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint pool_segment_named CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80)))
  constraint pool_segment_pkey PRIMARY KEY (company_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.pool_tag ( -- company
  company_id uuid not null,
  id uuid not null,
  name text not null,
  name_key text not null,
  tone text not null default 'plain'::text,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint pool_tag_name UNIQUE (company_id, name_key)
  constraint pool_tag_named CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60)))
  constraint pool_tag_pkey PRIMARY KEY (company_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.pool_tag_operation ( -- company
  company_id uuid not null,
  id uuid not null,
  tag_id uuid not null,
  kind text not null,
  source_record_ids uuid[] not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  undone_at timestamp with time zone
); -- row security forced
  constraint pool_tag_operation_kind CHECK ((kind = ANY (ARRAY['ADD'::text, 'REMOVE'::text])))
  constraint pool_tag_operation_pkey PRIMARY KEY (company_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.pool_tagging ( -- company
  company_id uuid not null,
  tag_id uuid not null,
  source_record_id uuid not null,
  actor text not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint pool_tagging_company_id_source_record_id_fkey FOREIGN KEY (company_id, source_record_id) REFERENCES people_source_record(company_id, id)
  constraint pool_tagging_company_id_tag_id_fkey FOREIGN KEY (company_id, tag_id) REFERENCES pool_tag(company_id, id) ON DELETE CASCADE
  constraint pool_tagging_pkey PRIMARY KEY (company_id, tag_id, source_record_id)
  CREATE INDEX pool_tagging_record ON public.pool_tagging USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.portal_code ( -- company
  company_id uuid not null,
  session_id uuid not null,
  id uuid not null,
  code_hash text not null,
  mail_hash text not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  tries_left integer not null,
  sent_count integer not null
); -- row security forced
  constraint portal_code_of FOREIGN KEY (company_id, session_id) REFERENCES portal_session(company_id, id) ON DELETE CASCADE
  constraint portal_code_pkey PRIMARY KEY (company_id, session_id)
  constraint portal_code_tries CHECK (((tries_left >= 0) AND (tries_left <= 5)))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.portal_errand ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  content text,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint portal_errand_kind CHECK ((kind = ANY (ARRAY['LOST_LINK'::text, 'UNREACHABLE'::text, 'NOT_ME'::text])))
  constraint portal_errand_pkey PRIMARY KEY (company_id, id)
  constraint portal_errand_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX portal_errand_due ON public.portal_errand USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.portal_passkey ( -- member
  member_id uuid not null,
  id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null,
  name text not null,
  recorded_at timestamp with time zone not null,
  used_at timestamp with time zone
); -- row security forced
  constraint portal_passkey_named CHECK ((char_length(name) <= 60))
  constraint portal_passkey_once UNIQUE (member_id, credential_id)
  constraint portal_passkey_pkey PRIMARY KEY (member_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.portal_passkey_answer ( -- member
  member_id uuid not null,
  challenge_hash text not null,
  answered_at timestamp with time zone not null
); -- row security forced
  constraint portal_passkey_answer_pkey PRIMARY KEY (member_id, challenge_hash)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.portal_session ( -- company
  company_id uuid not null,
  id uuid not null,
  secret_hash text not null,
  link_id uuid not null,
  person_id uuid not null,
  source_record_id uuid,
  letter_id uuid,
  letter_sent_at timestamp with time zone,
  member_id uuid,
  verified_at timestamp with time zone,
  verified_mail_hash text,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  other_budget_id uuid,
  budget_id uuid not null default COALESCE(other_budget_id, link_id),
  budget_kind text not null default 'LINK'::text
); -- row security forced
  constraint portal_session_budget CHECK ((budget_kind = ANY (ARRAY['LINK'::text, 'ASKED_LINK'::text, 'BROWSER'::text])))
  constraint portal_session_pkey PRIMARY KEY (company_id, id)
  constraint portal_session_secret UNIQUE (company_id, secret_hash)
  CREATE INDEX portal_session_age ON public.portal_session USING btree (company_id, expires_at)
  CREATE INDEX portal_session_budget_of ON public.portal_session USING btree (company_id, budget_id)
  CREATE INDEX portal_session_person ON public.portal_session USING btree (company_id, person_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_activity ( -- company
  company_id uuid not null,
  member_id uuid not null,
  source_record_id uuid not null,
  activity text,
  as_of timestamp with time zone not null,
  version bigint not null
); -- row security forced
  constraint relay_activity_coarse CHECK ((activity = ANY (ARRAY['ACTIVE'::text, 'IN_PROCESS_ELSEWHERE'::text, 'PLACED'::text])))
  constraint relay_activity_pkey PRIMARY KEY (company_id, member_id)
  CREATE INDEX relay_activity_record ON public.relay_activity USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_asked ( -- company
  company_id uuid not null,
  asking_id uuid not null,
  person_id uuid not null,
  reason text,
  outcome text,
  mail_id uuid,
  queued_at timestamp with time zone,
  sent_at timestamp with time zone,
  answer text,
  answered_at timestamp with time zone
); -- row security forced
  constraint relay_asked_answer CHECK ((answer = ANY (ARRAY['STAYS'::text, 'LEAVES'::text])))
  constraint relay_asked_of FOREIGN KEY (company_id, asking_id) REFERENCES relay_asking(company_id, id)
  constraint relay_asked_pkey PRIMARY KEY (company_id, asking_id, person_id)
  CREATE INDEX relay_asked_mail ON public.relay_asked USING btree (company_id, mail_id)
  CREATE INDEX relay_asked_person ON public.relay_asked USING btree (company_id, person_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_asking ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  phase text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  per_day integer not null default 0,
  left_today integer not null default 0,
  made_by text not null,
  made_at timestamp with time zone not null,
  approved_by text,
  approved_at timestamp with time zone,
  stopped_by text,
  stopped_at timestamp with time zone,
  ended_at timestamp with time zone
); -- row security forced
  constraint relay_asking_phase CHECK ((phase = ANY (ARRAY['LISTED'::text, 'MAILING'::text, 'DONE'::text, 'STOPPED'::text])))
  constraint relay_asking_pkey PRIMARY KEY (company_id, id)
  constraint relay_asking_state CHECK ((state = ANY (ARRAY['READY'::text, 'IDLE'::text, 'DEAD'::text])))
  CREATE INDEX relay_asking_due ON public.relay_asking USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_clock ( -- member, intents
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text
); -- row security forced
  constraint relay_clock_of FOREIGN KEY (member_id) REFERENCES relay_member(member_id)
  constraint relay_clock_pkey PRIMARY KEY (member_id, id)
  constraint relay_clock_state CHECK ((state = ANY (ARRAY['READY'::text, 'IDLE'::text, 'DEAD'::text])))
  CREATE INDEX relay_clock_due ON public.relay_clock USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_contact ( -- member
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  spent_at timestamp with time zone not null
); -- row security forced
  constraint relay_contact_kind CHECK ((kind = ANY (ARRAY['INTRODUCTION'::text, 'RENEWAL'::text, 'REFRESH'::text, 'STAY'::text])))
  constraint relay_contact_pkey PRIMARY KEY (member_id, id)
  CREATE INDEX relay_contact_spent ON public.relay_contact USING btree (member_id, spent_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.relay_letter ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  application_id uuid not null,
  source_record_id uuid not null,
  ended_at timestamp with time zone not null,
  preflight_id uuid,
  reason text,
  mail_id uuid,
  link_id uuid,
  stage text,
  offer text,
  locale text,
  template_version integer,
  basis_id uuid,
  sent_at timestamp with time zone,
  undone_by text,
  version integer not null default 1,
  recorded_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  trial_id uuid,
  variant text
); -- row security forced
  constraint relay_letter_kind CHECK ((kind = ANY (ARRAY['AUTO'::text, 'CAMPAIGN'::text, 'LINK'::text])))
  constraint relay_letter_of_trial FOREIGN KEY (company_id, trial_id) REFERENCES relay_trial(company_id, id)
  constraint relay_letter_pkey PRIMARY KEY (company_id, id)
  constraint relay_letter_state CHECK ((state = ANY (ARRAY['READY'::text, 'QUEUED'::text, 'SENT'::text, 'FAILED'::text, 'UNKNOWN'::text, 'CANCELLED'::text, 'DEAD'::text])))
  constraint relay_letter_variant CHECK ((((trial_id IS NULL) = (variant IS NULL)) AND (variant = ANY (ARRAY['A'::text, 'B'::text]))))
  CREATE INDEX relay_letter_by_due ON public.relay_letter USING btree (company_id, due_at, id)
  CREATE INDEX relay_letter_due ON public.relay_letter USING btree (due_at) WHERE (state = 'READY'::text)
  CREATE INDEX relay_letter_in_trial ON public.relay_letter USING btree (company_id, trial_id, sent_at) WHERE (trial_id IS NOT NULL)
  CREATE INDEX relay_letter_list ON public.relay_letter USING btree (company_id, state, id)
  CREATE INDEX relay_letter_mail ON public.relay_letter USING btree (company_id, mail_id)
  CREATE INDEX relay_letter_of_preflight ON public.relay_letter USING btree (company_id, preflight_id, state) WHERE (preflight_id IS NOT NULL)
  CREATE UNIQUE INDEX relay_letter_one_at_a_time ON public.relay_letter USING btree (company_id, application_id) WHERE (state = ANY (ARRAY['READY'::text, 'QUEUED'::text]))
  CREATE UNIQUE INDEX relay_letter_one_link ON public.relay_letter USING btree (company_id, application_id, ended_at) WHERE (kind = 'LINK'::text)
  CREATE INDEX relay_letter_record ON public.relay_letter USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_letter_visit ( -- company
  company_id uuid not null,
  letter_id uuid not null,
  first_at timestamp with time zone not null
); -- row security forced
  constraint relay_letter_visit_pkey PRIMARY KEY (company_id, letter_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.relay_link_field ( -- company
  company_id uuid not null,
  connection_id uuid not null,
  field_key text not null,
  field_name text not null,
  on_since timestamp with time zone,
  is_proven boolean not null default false,
  changed_by text not null,
  changed_at timestamp with time zone not null
); -- row security forced
  constraint relay_link_field_connection FOREIGN KEY (company_id, connection_id) REFERENCES intake_connection(company_id, id)
  constraint relay_link_field_key CHECK (((char_length(field_key) >= 1) AND (char_length(field_key) <= 255)))
  constraint relay_link_field_pkey PRIMARY KEY (company_id, connection_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_link_writing ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  connection_id uuid not null,
  remote_id text,
  source_record_id uuid not null,
  application_id uuid not null,
  letter_id uuid,
  reason text,
  version integer not null default 1,
  written_version integer not null default 0,
  tries integer not null default 0,
  touched_at timestamp with time zone,
  written_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
); -- row security forced
  constraint relay_link_writing_field FOREIGN KEY (company_id, connection_id) REFERENCES relay_link_field(company_id, connection_id)
  constraint relay_link_writing_once UNIQUE (company_id, connection_id, source_record_id)
  constraint relay_link_writing_pkey PRIMARY KEY (company_id, id)
  constraint relay_link_writing_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'HELD'::text, 'REFUSED'::text, 'DEAD'::text])))
  CREATE INDEX relay_link_writing_due ON public.relay_link_writing USING btree (due_at) WHERE (state = 'READY'::text)
  CREATE INDEX relay_link_writing_of_application ON public.relay_link_writing USING btree (company_id, application_id)
  CREATE INDEX relay_link_writing_page ON public.relay_link_writing USING btree (company_id, connection_id, id DESC)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_member ( -- member
  member_id uuid not null,
  state text not null,
  mail text,
  display_name text,
  language text not null,
  age_confirmed boolean not null,
  search_level text not null,
  search_until date,
  activity text not null,
  activity_by uuid,
  activity_at timestamp with time zone not null,
  contacts_per_90_days integer not null,
  shown_until timestamp with time zone not null,
  version bigint not null,
  registered_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  quiet_from smallint,
  quiet_until smallint,
  doubted_by uuid,
  heard_at timestamp with time zone,
  contacts_before_stop integer,
  employers_left text[] not null default '{}'::text[]
); -- row security forced
  constraint relay_member_activity CHECK ((activity = ANY (ARRAY['ACTIVE'::text, 'IN_PROCESS_ELSEWHERE'::text, 'PLACED'::text])))
  constraint relay_member_contacts CHECK (((contacts_per_90_days >= 0) AND (contacts_per_90_days <= 12)))
  constraint relay_member_contacts_before_stop CHECK (((contacts_before_stop >= 1) AND (contacts_before_stop <= 12)))
  constraint relay_member_erased_means_gone CHECK (((state <> 'ERASED'::text) OR ((mail IS NULL) AND (display_name IS NULL))))
  constraint relay_member_language CHECK ((language = ANY (ARRAY['ja'::text, 'en'::text])))
  constraint relay_member_old_enough CHECK (age_confirmed)
  constraint relay_member_pkey PRIMARY KEY (member_id)
  constraint relay_member_quiet CHECK ((((quiet_from IS NULL) AND (quiet_until IS NULL)) OR (((quiet_from >= 0) AND (quiet_from <= 23)) AND ((quiet_until >= 0) AND (quiet_until <= 23)) AND (quiet_from <> quiet_until))))
  constraint relay_member_search CHECK ((search_level = ANY (ARRAY['ACTIVE'::text, 'OPEN'::text, 'LATER'::text, 'CLOSED'::text])))
  constraint relay_member_state CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'WITHDRAWN'::text, 'ERASED'::text])))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_member_block ( -- member
  member_id uuid not null,
  id uuid not null,
  corporate_number text,
  company_name text not null,
  name_key text not null,
  since timestamp with time zone not null
); -- row security forced
  constraint relay_member_block_number CHECK ((corporate_number ~ '^[0-9]{13}$'::text))
  constraint relay_member_block_of FOREIGN KEY (member_id) REFERENCES relay_member(member_id)
  constraint relay_member_block_once UNIQUE (member_id, name_key)
  constraint relay_member_block_pkey PRIMARY KEY (member_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.relay_member_company ( -- member
  member_id uuid not null,
  linked_company uuid not null,
  company_name text not null,
  person_id uuid not null,
  source_record_id uuid not null,
  letter_id uuid not null,
  linked_at timestamp with time zone not null
); -- row security forced
  constraint relay_member_company_of FOREIGN KEY (member_id) REFERENCES relay_member(member_id)
  constraint relay_member_company_pkey PRIMARY KEY (member_id, linked_company)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_member_industry ( -- member
  member_id uuid not null,
  industry text not null,
  since timestamp with time zone not null
); -- row security forced
  constraint relay_member_industry_letter CHECK ((industry ~ '^[A-T]$'::text))
  constraint relay_member_industry_of FOREIGN KEY (member_id) REFERENCES relay_member(member_id)
  constraint relay_member_industry_pkey PRIMARY KEY (member_id, industry)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.relay_member_letter ( -- member
  member_id uuid not null,
  id uuid not null,
  linked_company uuid not null,
  source_record_id uuid not null,
  sent_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  hold_days integer not null,
  refused text,
  signals text[] not null default '{}'::text[],
  trigger text not null default 'REGISTRATION'::text
); -- row security forced
  constraint relay_member_letter_of FOREIGN KEY (member_id) REFERENCES relay_member(member_id)
  constraint relay_member_letter_pkey PRIMARY KEY (member_id, id)
  constraint relay_member_letter_refused CHECK ((refused = ANY (ARRAY['OWN_STAFF'::text, 'FRAUD'::text])))
  constraint relay_member_letter_trigger CHECK ((trigger = ANY (ARRAY['REGISTRATION'::text, 'HIRED_ELSEWHERE'::text])))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_member_profile ( -- member
  member_id uuid not null,
  version integer not null,
  wishes jsonb not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint relay_member_profile_of FOREIGN KEY (member_id) REFERENCES relay_member(member_id)
  constraint relay_member_profile_pkey PRIMARY KEY (member_id, version)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.relay_member_referral ( -- member, intents
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  letter_id uuid not null,
  state text not null,
  reason text,
  version integer not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint relay_member_referral_letter FOREIGN KEY (member_id, letter_id) REFERENCES relay_member_letter(member_id, id)
  constraint relay_member_referral_pkey PRIMARY KEY (member_id, id)
  constraint relay_member_referral_state CHECK ((state = ANY (ARRAY['READY'::text, 'WAITING'::text, 'COUNTED'::text, 'DROPPED'::text, 'REFUSED'::text, 'DEAD'::text])))
  CREATE INDEX relay_member_referral_due ON public.relay_member_referral USING btree (due_at) WHERE (state = 'READY'::text)
  CREATE UNIQUE INDEX relay_member_referral_one ON public.relay_member_referral USING btree (member_id) WHERE (state = ANY (ARRAY['READY'::text, 'WAITING'::text, 'COUNTED'::text, 'DEAD'::text]))
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_network_member ( -- company
  company_id uuid not null,
  ref text not null,
  state text not null,
  version bigint not null,
  changed_at timestamp with time zone not null
); -- row security forced
  constraint relay_network_member_pkey PRIMARY KEY (company_id, ref)
  constraint relay_network_member_state CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'WITHDRAWN'::text, 'ERASED'::text])))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_network_referral ( -- company
  company_id uuid not null,
  id uuid not null,
  employer_id uuid not null,
  state text not null,
  reason text,
  version integer not null,
  registered_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  take_back_asked_at timestamp with time zone,
  take_back_by text,
  signals text[] not null default '{}'::text[],
  held_until timestamp with time zone,
  cleared_at timestamp with time zone,
  cleared_by text
); -- row security forced
  constraint relay_network_referral_pkey PRIMARY KEY (company_id, id)
  constraint relay_network_referral_state CHECK ((state = ANY (ARRAY['HELD'::text, 'COUNTED'::text, 'DROPPED'::text, 'REFUSED'::text, 'REVERSED'::text])))
  CREATE INDEX relay_network_referral_employer ON public.relay_network_referral USING btree (company_id, employer_id, registered_at)
  CREATE INDEX relay_network_referral_list ON public.relay_network_referral USING btree (company_id, state, id)
  CREATE INDEX relay_network_referral_review ON public.relay_network_referral USING btree (company_id, id) WHERE ((state = ANY (ARRAY['HELD'::text, 'COUNTED'::text])) AND (signals <> '{}'::text[]) AND (cleared_at IS NULL))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_notice ( -- member, intents
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  about jsonb not null,
  state text not null,
  sending_since timestamp with time zone,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  settled_at timestamp with time zone,
  secret_hash text,
  link_until timestamp with time zone,
  revoked_at timestamp with time zone
); -- row security forced
  constraint relay_notice_kind CHECK ((kind = ANY (ARRAY['RENEWAL'::text, 'STAY'::text])))
  constraint relay_notice_of FOREIGN KEY (member_id) REFERENCES relay_member(member_id)
  constraint relay_notice_pkey PRIMARY KEY (member_id, id)
  constraint relay_notice_secret UNIQUE (member_id, secret_hash)
  constraint relay_notice_state CHECK ((state = ANY (ARRAY['READY'::text, 'SENT'::text, 'REFUSED'::text, 'UNKNOWN'::text, 'CANCELLED'::text, 'DEAD'::text])))
  CREATE INDEX relay_notice_due ON public.relay_notice USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_origin ( -- company
  company_id uuid not null,
  letter_id uuid not null,
  device_mark text not null,
  block_mark text not null,
  registered_at timestamp with time zone not null
); -- row security forced
  constraint relay_origin_pkey PRIMARY KEY (company_id, letter_id)
  CREATE INDEX relay_origin_device ON public.relay_origin USING btree (company_id, device_mark)
  CREATE INDEX relay_origin_recent ON public.relay_origin USING btree (company_id, registered_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create table public.relay_passed ( -- company
  company_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  passing_id uuid not null,
  provider_request_id uuid not null
); -- row security forced
  constraint relay_passed_pkey PRIMARY KEY (company_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.relay_passing ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  request_id uuid not null,
  share_id uuid not null,
  recipient_id uuid not null,
  asked_at timestamp with time zone not null,
  escalated_at timestamp with time zone
); -- row security forced
  constraint relay_passing_kind CHECK ((kind = ANY (ARRAY['CORRECTION'::text, 'STOP'::text, 'ERASURE'::text])))
  constraint relay_passing_pkey PRIMARY KEY (company_id, id)
  constraint relay_passing_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX relay_passing_due ON public.relay_passing USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_person_member ( -- company
  company_id uuid not null,
  member_id uuid not null,
  source_record_id uuid not null,
  letter_id uuid not null,
  state text not null,
  linked_at timestamp with time zone not null,
  version bigint not null
); -- row security forced
  constraint relay_person_member_pkey PRIMARY KEY (company_id, member_id)
  constraint relay_person_member_state CHECK ((state = ANY (ARRAY['LINKED'::text, 'LEFT'::text])))
  CREATE INDEX relay_person_member_letter ON public.relay_person_member USING btree (company_id, letter_id)
  CREATE INDEX relay_person_member_record ON public.relay_person_member USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_pool_registration ( -- company
  company_id uuid not null,
  letter_id uuid not null,
  registered_at timestamp with time zone not null
); -- row security forced
  constraint relay_pool_registration_pkey PRIMARY KEY (company_id, letter_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.relay_preflight ( -- company
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  scope text,
  filter jsonb not null,
  state text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  approved_by text,
  approved_at timestamp with time zone,
  finished_at timestamp with time zone,
  fingerprint text,
  stopped_by text,
  stopped_at timestamp with time zone
); -- row security forced
  constraint relay_preflight_kind CHECK ((kind = ANY (ARRAY['SWITCH_ON'::text, 'CAMPAIGN'::text])))
  constraint relay_preflight_pkey PRIMARY KEY (company_id, id)
  constraint relay_preflight_state CHECK ((state = ANY (ARRAY['JUDGING'::text, 'OPEN'::text, 'APPROVED'::text, 'DISCARDED'::text, 'STOPPED'::text])))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_preflight_row ( -- company
  company_id uuid not null,
  preflight_id uuid not null,
  application_id uuid not null,
  source_record_id uuid not null,
  reason text,
  outcome text,
  judged boolean not null default true
); -- row security forced
  constraint relay_preflight_row_of FOREIGN KEY (company_id, preflight_id) REFERENCES relay_preflight(company_id, id)
  constraint relay_preflight_row_pkey PRIMARY KEY (company_id, preflight_id, application_id)
  CREATE INDEX relay_preflight_row_unsettled ON public.relay_preflight_row USING btree (company_id, preflight_id, application_id) WHERE ((reason IS NULL) AND (outcome IS NULL))
  CREATE INDEX relay_preflight_row_waiting ON public.relay_preflight_row USING btree (company_id, preflight_id, application_id) WHERE (NOT judged)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_preflight_run ( -- company, intents
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  preflight_id uuid not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint relay_preflight_run_kind CHECK ((kind = ANY (ARRAY['JUDGING'::text, 'SCHEDULING'::text])))
  constraint relay_preflight_run_of FOREIGN KEY (company_id, preflight_id) REFERENCES relay_preflight(company_id, id)
  constraint relay_preflight_run_pkey PRIMARY KEY (company_id, id)
  constraint relay_preflight_run_state CHECK ((state = ANY (ARRAY['READY'::text, 'DONE'::text, 'DEAD'::text])))
  CREATE INDEX relay_preflight_run_due ON public.relay_preflight_run USING btree (due_at) WHERE (state = 'READY'::text)
  CREATE UNIQUE INDEX relay_preflight_run_once ON public.relay_preflight_run USING btree (company_id, preflight_id, kind)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_recall ( -- member, intents
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  due_at timestamp with time zone not null,
  lease_until timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  asked_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  answer text
); -- row security forced
  constraint relay_recall_answer CHECK ((answer = ANY (ARRAY['DONE'::text, 'PARTIAL'::text, 'REFUSED'::text])))
  constraint relay_recall_of FOREIGN KEY (member_id, id) REFERENCES relay_share(member_id, id)
  constraint relay_recall_pkey PRIMARY KEY (member_id, id)
  constraint relay_recall_state CHECK ((state = ANY (ARRAY['READY'::text, 'ACKNOWLEDGED'::text, 'ESCALATED'::text, 'DEAD'::text])))
  CREATE INDEX relay_recall_due ON public.relay_recall USING btree (due_at) WHERE (state = 'READY'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy due to tasuki_dispatch using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_received_share ( -- company
  company_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  purpose text not null,
  source_record_id uuid not null,
  received_at timestamp with time zone not null,
  recall_asked_at timestamp with time zone
); -- row security forced
  constraint relay_received_share_pkey PRIMARY KEY (company_id, id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_referral ( -- company
  company_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  letter_id uuid not null,
  source_record_id uuid not null,
  state text not null,
  reason text,
  version integer not null,
  registered_at timestamp with time zone not null,
  held_until timestamp with time zone,
  settled_at timestamp with time zone,
  signals text[] not null default '{}'::text[],
  cleared_at timestamp with time zone
); -- row security forced
  constraint relay_referral_pkey PRIMARY KEY (company_id, id)
  constraint relay_referral_state CHECK ((state = ANY (ARRAY['HELD'::text, 'COUNTED'::text, 'DROPPED'::text, 'REFUSED'::text, 'REVERSED'::text])))
  CREATE INDEX relay_referral_letter ON public.relay_referral USING btree (company_id, letter_id, id)
  CREATE UNIQUE INDEX relay_referral_letter_once ON public.relay_referral USING btree (company_id, letter_id) WHERE (state = ANY (ARRAY['HELD'::text, 'COUNTED'::text]))
  CREATE INDEX relay_referral_list ON public.relay_referral USING btree (company_id, state, id)
  CREATE INDEX relay_referral_record ON public.relay_referral USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_rejection ( -- company
  company_id uuid not null,
  application_id uuid not null,
  source_record_id uuid not null,
  opening_id uuid not null,
  scope text not null,
  stage text not null,
  channel text not null,
  live boolean not null,
  ended_at timestamp with time zone not null,
  told_how text,
  told_at timestamp with time zone,
  told_by text,
  reason text,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint relay_rejection_pkey PRIMARY KEY (company_id, application_id)
  constraint relay_rejection_told CHECK ((told_how = ANY (ARRAY['LETTER'::text, 'LETTER_UNKNOWN'::text, 'AGENCY'::text, 'PHONE'::text, 'POST'::text, 'OTHER'::text, 'OUTSIDE'::text])))
  CREATE INDEX relay_rejection_record ON public.relay_rejection USING btree (company_id, source_record_id)
  CREATE INDEX relay_rejection_untold ON public.relay_rejection USING btree (company_id, ended_at, application_id) WHERE (told_at IS NULL)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_settings ( -- company
  company_id uuid not null,
  delay_business_days integer not null default 3,
  undo_minutes integer not null default 15,
  reapply_cooldown_months integer,
  contact_staff_id uuid,
  service_name text not null default 'キャリアリレー 襷'::text,
  operator_name text,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  issues_certificates boolean not null default false
); -- row security forced
  constraint relay_settings_cooldown CHECK (((reapply_cooldown_months >= 0) AND (reapply_cooldown_months <= 60)))
  constraint relay_settings_delay CHECK (((delay_business_days >= 0) AND (delay_business_days <= 30)))
  constraint relay_settings_pkey PRIMARY KEY (company_id)
  constraint relay_settings_undo CHECK (((undo_minutes >= 0) AND (undo_minutes <= 1440)))
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_share ( -- member
  member_id uuid not null,
  id uuid not null,
  purpose text not null,
  recipient text not null,
  payload jsonb,
  terms jsonb not null,
  consent_event_id uuid not null,
  receipt_id uuid not null,
  state text not null,
  committed_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  recall_asked_at timestamp with time zone,
  version integer not null
); -- row security forced
  constraint relay_share_pkey PRIMARY KEY (member_id, id)
  constraint relay_share_state CHECK ((state = ANY (ARRAY['COMMITTED'::text, 'DELIVERED'::text, 'VOIDED'::text])))
  CREATE INDEX relay_share_recipient ON public.relay_share USING btree (member_id, purpose, recipient)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((member_id = (NULLIF(current_setting('app.member_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_switch ( -- company
  company_id uuid not null,
  scope text not null,
  on_since timestamp with time zone,
  preflight_id uuid,
  changed_by text not null,
  changed_at timestamp with time zone not null
); -- row security forced
  constraint relay_switch_pkey PRIMARY KEY (company_id, scope)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.relay_trial ( -- company
  company_id uuid not null,
  id uuid not null,
  stage text not null,
  offer text not null,
  locale text not null,
  scope text,
  preflight_id uuid,
  outcome text not null,
  window_days integer not null,
  points integer not null,
  a_subject text not null,
  a_body text not null,
  a_version integer not null,
  b_subject text not null,
  b_body text not null,
  state text not null,
  started_by text not null,
  started_at timestamp with time zone not null,
  ended_by text,
  ended_at timestamp with time zone,
  kept text
); -- row security forced
  constraint relay_trial_ended_by_somebody CHECK (((state = 'ENDED'::text) = ((ended_by IS NOT NULL) AND (ended_at IS NOT NULL) AND (kept IS NOT NULL))))
  constraint relay_trial_has_a_link CHECK ((offer <> 'NONE'::text))
  constraint relay_trial_kept CHECK ((kept = ANY (ARRAY['A'::text, 'B'::text])))
  constraint relay_trial_locale CHECK ((locale = ANY (ARRAY['ja'::text, 'en'::text])))
  constraint relay_trial_outcome CHECK ((outcome = ANY (ARRAY['OPENED'::text, 'REGISTERED'::text])))
  constraint relay_trial_pkey PRIMARY KEY (company_id, id)
  constraint relay_trial_points CHECK (((points >= 1) AND (points <= 50)))
  constraint relay_trial_state CHECK ((state = ANY (ARRAY['RUNNING'::text, 'ENDED'::text])))
  constraint relay_trial_window CHECK (((window_days >= 1) AND (window_days <= 60)))
  CREATE UNIQUE INDEX relay_trial_one_at_a_time ON public.relay_trial USING btree (company_id, stage, offer, locale) WHERE (state = 'RUNNING'::text)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.selection_application ( -- company
  company_id uuid not null,
  id uuid not null,
  source_record_id uuid not null,
  opening_id uuid not null,
  channel text not null,
  channel_label text,
  agency text,
  applied_at timestamp with time zone not null,
  live boolean not null,
  stage text not null,
  state text not null,
  stage_since timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  end_live boolean not null default false,
  withdrawal_timing text,
  connection_id uuid,
  remote_id text,
  version bigint not null default 1,
  recorded_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
); -- row security forced
  constraint selection_application_channel CHECK ((channel = ANY (ARRAY['DIRECT'::text, 'JOB_BOARD'::text, 'AGENCY'::text, 'EMPLOYEE_REFERRAL'::text, 'EVENT'::text, 'ALUMNI'::text, 'SCOUT'::text, 'RELAY'::text, 'OTHER'::text])))
  constraint selection_application_company_id_opening_id_fkey FOREIGN KEY (company_id, opening_id) REFERENCES selection_opening(company_id, id)
  constraint selection_application_company_id_source_record_id_fkey FOREIGN KEY (company_id, source_record_id) REFERENCES people_source_record(company_id, id)
  constraint selection_application_once UNIQUE (company_id, connection_id, remote_id)
  constraint selection_application_pkey PRIMARY KEY (company_id, id)
  constraint selection_application_state CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'ON_HOLD'::text, 'REJECTED'::text, 'WITHDRAWN'::text, 'OFFERED'::text, 'OFFER_ACCEPTED'::text, 'OFFER_DECLINED'::text, 'HIRED'::text, 'CLOSED_DUPLICATE'::text])))
  constraint selection_application_timing CHECK ((withdrawal_timing = ANY (ARRAY['UNSCHEDULED'::text, 'BEFORE_STEP'::text, 'AFTER_STEP'::text])))
  CREATE INDEX selection_application_changed ON public.selection_application USING btree (company_id, changed_at DESC, id DESC)
  CREATE INDEX selection_application_opening ON public.selection_application USING btree (company_id, opening_id, state, stage, id)
  CREATE INDEX selection_application_record ON public.selection_application USING btree (company_id, source_record_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create view public.selection_evaluated as
 SELECT e.company_id,
    e.id,
    e.application_id,
    l.person_id,
    a.opening_id,
    e.staff_id,
    e.evaluator,
    e.stage,
    e.recommendation,
    e.occurred_at
   FROM selection_evaluation e
     JOIN selection_application a ON a.company_id = e.company_id AND a.id = e.application_id
     JOIN people_record_person l ON l.company_id = a.company_id AND l.source_record_id = a.source_record_id
  WHERE NOT (EXISTS ( SELECT
           FROM selection_evaluation c
          WHERE c.company_id = e.company_id AND c.corrects = e.id));
  grant SELECT to tasuki_app
create table public.selection_evaluation ( -- company
  company_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  interview_id uuid,
  staff_id uuid,
  evaluator text not null,
  stage text not null,
  recommendation text not null,
  grade text not null,
  criteria jsonb not null,
  comment text,
  corrects uuid,
  remote_key text,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint selection_evaluation_company_id_application_id_fkey FOREIGN KEY (company_id, application_id) REFERENCES selection_application(company_id, id)
  constraint selection_evaluation_company_id_corrects_fkey FOREIGN KEY (company_id, corrects) REFERENCES selection_evaluation(company_id, id)
  constraint selection_evaluation_company_id_interview_id_fkey FOREIGN KEY (company_id, interview_id) REFERENCES selection_interview(company_id, id)
  constraint selection_evaluation_corrected_once UNIQUE (company_id, corrects)
  constraint selection_evaluation_pkey PRIMARY KEY (company_id, id)
  constraint selection_evaluation_recommendation CHECK ((recommendation = ANY (ARRAY['STRONG_NO'::text, 'NO'::text, 'YES'::text, 'STRONG_YES'::text])))
  constraint selection_evaluation_source_once UNIQUE (company_id, application_id, remote_key)
  CREATE INDEX selection_evaluation_application ON public.selection_evaluation USING btree (company_id, application_id)
  CREATE UNIQUE INDEX selection_evaluation_once ON public.selection_evaluation USING btree (company_id, interview_id, staff_id) WHERE (corrects IS NULL)
  CREATE INDEX selection_evaluation_recorded ON public.selection_evaluation USING btree (company_id, recorded_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table public.selection_flow ( -- company
  company_id uuid not null,
  id uuid not null,
  name text not null,
  steps jsonb not null,
  is_default boolean not null default false,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint selection_flow_pkey PRIMARY KEY (company_id, id)
  CREATE UNIQUE INDEX selection_flow_one_default ON public.selection_flow USING btree (company_id) WHERE is_default
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create view public.selection_history as
 SELECT a.company_id,
    a.id AS application_id,
    l.person_id,
    a.opening_id,
    a.channel,
    a.applied_at,
    a.state,
    a.ended_at,
    t.kind,
    COALESCE(t.stage, a.stage) AS stage,
    t.occurred_at,
    t.withdrawal_timing
   FROM selection_application a
     JOIN people_record_person l ON l.company_id = a.company_id AND l.source_record_id = a.source_record_id
     LEFT JOIN selection_transition t ON t.company_id = a.company_id AND t.application_id = a.id;
  grant SELECT to tasuki_app
create table public.selection_interview ( -- company
  company_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  stage text not null,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  place text,
  state text not null,
  connection_id uuid,
  remote_id text,
  recorded_at timestamp with time zone not null,
  version bigint not null default 1
); -- row security forced
  constraint selection_interview_company_id_application_id_fkey FOREIGN KEY (company_id, application_id) REFERENCES selection_application(company_id, id)
  constraint selection_interview_once UNIQUE (company_id, connection_id, remote_id)
  constraint selection_interview_pkey PRIMARY KEY (company_id, id)
  constraint selection_interview_state CHECK ((state = ANY (ARRAY['SCHEDULED'::text, 'DONE'::text, 'CANCELLED'::text])))
  CREATE INDEX selection_interview_application ON public.selection_interview USING btree (company_id, application_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.selection_interviewer ( -- company
  company_id uuid not null,
  interview_id uuid not null,
  staff_id uuid not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint selection_interviewer_company_id_interview_id_fkey FOREIGN KEY (company_id, interview_id) REFERENCES selection_interview(company_id, id)
  constraint selection_interviewer_pkey PRIMARY KEY (company_id, interview_id, staff_id)
  CREATE INDEX selection_interviewer_staff ON public.selection_interviewer USING btree (company_id, staff_id)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant DELETE, INSERT, SELECT to tasuki_app
create view public.selection_listed as
 SELECT a.company_id,
    a.id,
    l.person_id,
    a.source_record_id,
    a.opening_id,
    a.channel,
    a.channel_label,
    a.agency,
    a.applied_at,
    a.live,
    a.stage,
    a.state,
    a.stage_since,
    a.ended_at,
    a.end_reason,
    a.connection_id,
    a.changed_at,
    o.title AS opening_title
   FROM selection_application a
     LEFT JOIN selection_opening o ON o.company_id = a.company_id AND o.id = a.opening_id
     JOIN people_record_person l ON l.company_id = a.company_id AND l.source_record_id = a.source_record_id;
  grant SELECT to tasuki_app
create table public.selection_opening ( -- company
  company_id uuid not null,
  id uuid not null,
  title text not null,
  title_key text not null,
  occupation text,
  department text,
  description text,
  status text not null,
  headcount integer not null default 1,
  flow_id uuid,
  conditions jsonb not null,
  connection_id uuid,
  remote_id text,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  version bigint not null default 1,
  recorded_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
); -- row security forced
  constraint selection_opening_company_id_flow_id_fkey FOREIGN KEY (company_id, flow_id) REFERENCES selection_flow(company_id, id)
  constraint selection_opening_headcount CHECK (((headcount >= 1) AND (headcount <= 10000)))
  constraint selection_opening_once UNIQUE (company_id, connection_id, remote_id)
  constraint selection_opening_pkey PRIMARY KEY (company_id, id)
  constraint selection_opening_status CHECK ((status = ANY (ARRAY['DRAFT'::text, 'OPEN'::text, 'PAUSED'::text, 'CLOSED'::text])))
  constraint selection_opening_titled CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
  CREATE INDEX selection_opening_title ON public.selection_opening USING btree (company_id, title_key)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT, UPDATE to tasuki_app
create table public.selection_transition ( -- company
  company_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  kind text not null,
  stage text,
  reason text,
  note text,
  withdrawal_timing text,
  live boolean not null,
  occurred_at timestamp with time zone not null,
  source_version bigint,
  actor text not null,
  recorded_at timestamp with time zone not null
); -- row security forced
  constraint selection_transition_company_id_application_id_fkey FOREIGN KEY (company_id, application_id) REFERENCES selection_application(company_id, id)
  constraint selection_transition_kind CHECK ((kind = ANY (ARRAY['STAGE'::text, 'HOLD'::text, 'REJECT'::text, 'WITHDRAW'::text, 'OFFER'::text, 'ACCEPT'::text, 'DECLINE'::text, 'HIRE'::text, 'REOPEN'::text, 'DUPLICATE'::text])))
  constraint selection_transition_pkey PRIMARY KEY (company_id, id)
  CREATE INDEX selection_transition_application ON public.selection_transition USING btree (company_id, application_id, occurred_at)
  policy copied_by_owner to tasuki_owner using (true)
  policy own_realm to tasuki_app using ((company_id = (NULLIF(current_setting('app.company_id'::text, true), ''::text))::uuid))
  grant INSERT, SELECT to tasuki_app
create table signin.attempt ( -- local
  key text not null,
  count integer not null,
  window_started_at timestamp with time zone not null
);
  constraint attempt_pkey PRIMARY KEY (key)
  CREATE INDEX attempt_age ON signin.attempt USING btree (window_started_at)
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_signin
create table signin.credential ( -- local
  id text not null,
  sign_in_id text not null,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
  constraint credential_once UNIQUE (provider_id, account_id)
  constraint credential_pkey PRIMARY KEY (id)
  constraint credential_sign_in_id_fkey FOREIGN KEY (sign_in_id) REFERENCES signin.sign_in(id) ON DELETE CASCADE
  CREATE INDEX credential_sign_in ON signin.credential USING btree (sign_in_id)
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_signin
create table signin.membership ( -- local
  sign_in_id text not null,
  company_id uuid not null,
  kind text not null
);
  constraint membership_pkey PRIMARY KEY (sign_in_id, company_id)
  constraint membership_sign_in_id_fkey FOREIGN KEY (sign_in_id) REFERENCES signin.sign_in(id) ON DELETE CASCADE
  grant DELETE, INSERT, SELECT to tasuki_signin
create table signin.second_factor ( -- local
  id text not null,
  sign_in_id text not null,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamp with time zone
);
  constraint second_factor_once UNIQUE (sign_in_id)
  constraint second_factor_pkey PRIMARY KEY (id)
  constraint second_factor_sign_in_id_fkey FOREIGN KEY (sign_in_id) REFERENCES signin.sign_in(id) ON DELETE CASCADE
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_signin
create table signin.session ( -- local
  id text not null,
  sign_in_id text not null,
  site text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
  constraint session_pkey PRIMARY KEY (id)
  constraint session_sign_in_id_fkey FOREIGN KEY (sign_in_id) REFERENCES signin.sign_in(id) ON DELETE CASCADE
  constraint session_site CHECK ((site = ANY (ARRAY['console'::text, 'operator'::text])))
  constraint session_token UNIQUE (token)
  CREATE INDEX session_expiry ON signin.session USING btree (expires_at)
  CREATE INDEX session_sign_in ON signin.session USING btree (sign_in_id)
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_signin
create table signin.sign_in ( -- local
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean default false,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
  constraint sign_in_email UNIQUE (email)
  constraint sign_in_pkey PRIMARY KEY (id)
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_signin
create table signin.used_code ( -- local
  sign_in_id text not null,
  code_hash text not null,
  used_at timestamp with time zone not null
);
  constraint used_code_pkey PRIMARY KEY (sign_in_id, code_hash)
  constraint used_code_sign_in_id_fkey FOREIGN KEY (sign_in_id) REFERENCES signin.sign_in(id) ON DELETE CASCADE
  grant DELETE, INSERT, SELECT to tasuki_signin
create table signin.verification ( -- local
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
  constraint verification_pkey PRIMARY KEY (id)
  CREATE INDEX verification_expiry ON signin.verification USING btree (expires_at)
  CREATE INDEX verification_identifier ON signin.verification USING btree (identifier)
  grant DELETE, INSERT, SELECT, UPDATE to tasuki_signin
