-- The member's side of the relay: who registered by which letter, what they wish, to whom they provide what; and what
-- each company is told of it.

-- kind: member
create table relay_member (
  member_id uuid primary key,
  state text not null constraint relay_member_state check (state in ('ACTIVE', 'WITHDRAWN', 'ERASED')),
  -- Blank once the member is erased.
  mail text,
  display_name text,
  language text not null constraint relay_member_language check (language in ('ja', 'en')),
  -- The member said to be old enough to work; the date of birth itself is never asked.
  age_confirmed boolean not null constraint relay_member_old_enough check (age_confirmed),
  search_level text not null constraint relay_member_search check (search_level in ('ACTIVE', 'OPEN', 'LATER', 'CLOSED')),
  search_until date,
  -- What is known of the search by its events: it is told coarsely to companies that may know it.
  activity text not null constraint relay_member_activity check (activity in ('ACTIVE', 'IN_PROCESS_ELSEWHERE', 'PLACED')),
  -- The company in whose process or employment the member is; that company is not told of itself.
  activity_by uuid,
  activity_at timestamptz not null,
  contacts_per_90_days integer not null constraint relay_member_contacts check (contacts_per_90_days between 0 and 12),
  -- The anonymous profile leaves the network on this day unless the member renews it.
  shown_until timestamptz not null,
  version bigint not null,
  registered_at timestamptz not null,
  changed_at timestamptz not null,
  constraint relay_member_erased_means_gone check (state <> 'ERASED' or (mail is null and display_name is null))
);
grant select, insert, update on relay_member to tasuki_app;

-- Each version of what the member wishes and can do.
-- kind: member
create table relay_member_profile (
  member_id uuid not null,
  version integer not null,
  wishes jsonb not null,
  recorded_at timestamptz not null,
  primary key (member_id, version),
  constraint relay_member_profile_of foreign key (member_id) references relay_member (member_id)
);
grant select, insert, delete on relay_member_profile to tasuki_app;

-- The companies whose link this member has opened while signed in; no other company is ever joined to a member.
-- kind: member
create table relay_member_company (
  member_id uuid not null,
  linked_company uuid not null,
  company_name text not null,
  person_id uuid not null,
  source_record_id uuid not null,
  letter_id uuid not null,
  linked_at timestamptz not null,
  primary key (member_id, linked_company),
  constraint relay_member_company_of foreign key (member_id) references relay_member (member_id)
);
grant select, insert, update, delete on relay_member_company to tasuki_app;

-- The letters whose link this member has used to register. A letter that may not count says why.
-- kind: member
create table relay_member_letter (
  member_id uuid not null,
  id uuid not null,
  linked_company uuid not null,
  source_record_id uuid not null,
  sent_at timestamptz not null,
  used_at timestamptz not null,
  hold_days integer not null,
  refused text constraint relay_member_letter_refused check (refused in ('OWN_STAFF', 'FRAUD')),
  primary key (member_id, id),
  constraint relay_member_letter_of foreign key (member_id) references relay_member (member_id)
);
grant select, insert, update on relay_member_letter to tasuki_app;

-- To which letter this member counts. It may move while it is held; the one that counted stays.
-- kind: member, intents
create table relay_member_referral (
  member_id uuid not null,
  id uuid not null,
  kind text not null,
  letter_id uuid not null,
  state text not null constraint relay_member_referral_state check (state in ('READY', 'COUNTED', 'DROPPED', 'REFUSED', 'DEAD')),
  reason text,
  version integer not null,
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  recorded_at timestamptz not null,
  primary key (member_id, id),
  constraint relay_member_referral_letter foreign key (member_id, letter_id) references relay_member_letter (member_id, id)
);
create unique index relay_member_referral_one on relay_member_referral (member_id) where state in ('READY', 'COUNTED', 'DEAD');
create index relay_member_referral_due on relay_member_referral (due_at) where state = 'READY';
grant select, insert, update on relay_member_referral to tasuki_app;

-- Companies that must never see this member, by corporate number (法人番号) or, where it is not known, by name.
-- kind: member
create table relay_member_block (
  member_id uuid not null,
  id uuid not null,
  corporate_number text constraint relay_member_block_number check (corporate_number ~ '^[0-9]{13}$'),
  company_name text not null,
  name_key text not null,
  since timestamptz not null,
  primary key (member_id, id),
  constraint relay_member_block_once unique (member_id, name_key),
  constraint relay_member_block_of foreign key (member_id) references relay_member (member_id)
);
grant select, insert, delete on relay_member_block to tasuki_app;

-- What is provided to one recipient, exactly as it stood when the member agreed. COMMITTED waits for its delivery and
-- can be voided; DELIVERED was handed over.
-- kind: member
create table relay_share (
  member_id uuid not null,
  id uuid not null,
  purpose text not null,
  recipient text not null,
  -- Blank once voided or erased.
  payload jsonb,
  terms jsonb not null,
  consent_event_id uuid not null,
  receipt_id uuid not null,
  state text not null constraint relay_share_state check (state in ('COMMITTED', 'DELIVERED', 'VOIDED')),
  committed_at timestamptz not null,
  settled_at timestamptz,
  recall_asked_at timestamptz,
  version integer not null,
  primary key (member_id, id)
);
create index relay_share_recipient on relay_share (member_id, purpose, recipient);
grant select, insert, update on relay_share to tasuki_app;

-- The mirror of relay_member_company in the company's realm: it exists only once the member opened this company's link.
-- A row that the member's side told at a later version is never overwritten by an earlier one.
-- kind: company
create table relay_person_member (
  company_id uuid not null,
  member_id uuid not null,
  source_record_id uuid not null,
  letter_id uuid not null,
  state text not null constraint relay_person_member_state check (state in ('LINKED', 'LEFT')),
  linked_at timestamptz not null,
  version bigint not null,
  primary key (company_id, member_id)
);
create index relay_person_member_record on relay_person_member (company_id, source_record_id);
grant select, insert, update, delete on relay_person_member to tasuki_app;

-- A referral by a letter of this company, under the id that the member's side chose. The row is the company's copy:
-- the member's side decides it, and only a counted one is ever taken back here.
-- kind: company
create table relay_referral (
  company_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  letter_id uuid not null,
  source_record_id uuid not null,
  state text not null constraint relay_referral_state check (state in ('HELD', 'COUNTED', 'DROPPED', 'REFUSED', 'REVERSED')),
  reason text,
  version integer not null,
  registered_at timestamptz not null,
  held_until timestamptz,
  settled_at timestamptz,
  primary key (company_id, id)
);
create unique index relay_referral_letter_once on relay_referral (company_id, letter_id) where state in ('HELD', 'COUNTED');
create index relay_referral_record on relay_referral (company_id, source_record_id);
create index relay_referral_list on relay_referral (company_id, state, id);
grant select, insert, update on relay_referral to tasuki_app;

-- What a member lets this company know of the search since: one of three coarse states, never an employer. Blank when
-- the member does not (or no longer) allow it.
-- kind: company
create table relay_activity (
  company_id uuid not null,
  member_id uuid not null,
  source_record_id uuid not null,
  activity text constraint relay_activity_coarse check (activity in ('ACTIVE', 'IN_PROCESS_ELSEWHERE', 'PLACED')),
  as_of timestamptz not null,
  version bigint not null,
  primary key (company_id, member_id)
);
create index relay_activity_record on relay_activity (company_id, source_record_id);
grant select, insert, update, delete on relay_activity to tasuki_app;

-- A share as its recipient applied it.
-- kind: company
create table relay_received_share (
  company_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  purpose text not null,
  source_record_id uuid not null,
  received_at timestamptz not null,
  recall_asked_at timestamptz,
  primary key (company_id, id)
);
grant select, insert, update on relay_received_share to tasuki_app;
