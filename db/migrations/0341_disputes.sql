-- Disputes: a company contests a referral that was refused or taken back, or a slot that was spent; a person contests what an
-- employer did with an introduction. The operator's realm decides; the parties keep copies of what they said and were told.

-- kind: company
create table disputes_network_case (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint disputes_network_case_kind check (kind in ('REFERRAL', 'SLOT', 'CONDUCT')),
  employer_id uuid not null,
  -- The referral, or the introduction; never whom it is about.
  subject_id uuid not null,
  state text not null constraint disputes_network_case_state check (state in ('STATEMENT', 'REVIEW', 'DECIDED', 'WITHDRAWN')),
  statement_due_at timestamptz,
  decide_by timestamptz not null,
  outcome text constraint disputes_network_case_outcome check (outcome in ('UPHELD', 'REJECTED')),
  reasons text,
  effect text constraint disputes_network_case_effect check (effect in ('NONE', 'GIVE_REFERRAL', 'GIVE_SLOT')),
  decided_by uuid,
  opened_at timestamptz not null,
  decided_at timestamptz,
  version bigint not null,
  primary key (company_id, id),
  constraint disputes_network_case_decided check ((state = 'DECIDED') = (outcome is not null and reasons is not null and effect is not null and decided_at is not null)),
  constraint disputes_network_case_moves_when_upheld check (effect is null or effect = 'NONE' or outcome = 'UPHELD')
);
create unique index disputes_network_case_once on disputes_network_case (company_id, kind, subject_id) where state <> 'WITHDRAWN';
create index disputes_network_case_list on disputes_network_case (company_id, state, id);
grant select, insert, update on disputes_network_case to tasuki_app;

-- What each side said; the words of a person are blank once they are erased.
-- kind: company
create table disputes_network_statement (
  company_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  said_by text not null constraint disputes_network_statement_by check (said_by in ('COMPANY', 'PERSON')),
  text text not null,
  evidence text[] not null,
  said_at timestamptz not null,
  primary key (company_id, id),
  constraint disputes_network_statement_once unique (company_id, case_id, said_by),
  constraint disputes_network_statement_of foreign key (company_id, case_id) references disputes_network_case (company_id, id)
);
grant select, insert, update (text, evidence) on disputes_network_statement to tasuki_app;

-- The company's copy. Its subject is the letter, or the introduction.
-- kind: company
create table disputes_case (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint disputes_case_kind check (kind in ('REFERRAL', 'SLOT', 'CONDUCT')),
  subject_id uuid not null,
  state text not null constraint disputes_case_state check (state in ('STATEMENT', 'REVIEW', 'DECIDED', 'WITHDRAWN')),
  told jsonb not null,
  -- The operator's version of what is told; 0 until it has answered.
  version bigint not null,
  -- The person was erased here: what they said is shown no more, whatever is told later.
  is_blank boolean not null default false,
  opened_at timestamptz not null,
  primary key (company_id, id)
);
create unique index disputes_case_once on disputes_case (company_id, kind, subject_id) where state <> 'WITHDRAWN';
create index disputes_case_list on disputes_case (company_id, opened_at, id);
grant select, insert, update on disputes_case to tasuki_app;

-- The person's copy.
-- kind: member
create table disputes_member_case (
  member_id uuid not null,
  id uuid not null,
  kind text not null constraint disputes_member_case_kind check (kind in ('SLOT', 'CONDUCT')),
  introduction_id uuid not null,
  state text not null constraint disputes_member_case_state check (state in ('STATEMENT', 'REVIEW', 'DECIDED', 'WITHDRAWN')),
  told jsonb not null,
  version bigint not null,
  opened_at timestamptz not null,
  primary key (member_id, id)
);
create unique index disputes_member_case_once on disputes_member_case (member_id, kind, introduction_id) where state <> 'WITHDRAWN';
grant select, insert, update, delete on disputes_member_case to tasuki_app;

alter table accounts_notice drop constraint accounts_notice_kind;
alter table accounts_notice add constraint accounts_notice_kind
  check (kind in ('VERIFIED', 'SUSPENDED', 'RESUMED', 'STOPPED', 'CONTINUED', 'MODE_CHANGED', 'PAPER_ENDS', 'PAPER_ENDED',
    'DISPUTE_OPENED', 'DISPUTE_ASKED', 'DISPUTE_DECIDED'));

alter table introductions_mail drop constraint introductions_mail_kind;
alter table introductions_mail add constraint introductions_mail_kind check (kind in ('REQUEST', 'REMINDER', 'ANSWER', 'DISPUTE'));
