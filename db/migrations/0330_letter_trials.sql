-- Two wordings of a letter, compared: who gets which, and what came of it.

-- kind: company
create table relay_trial (
  company_id uuid not null,
  id uuid not null,
  stage text not null,
  offer text not null constraint relay_trial_has_a_link check (offer <> 'NONE'),
  locale text not null constraint relay_trial_locale check (locale in ('ja', 'en')),
  -- The letters it reaches: of one source, of one campaign, or all.
  scope text,
  preflight_id uuid,
  outcome text not null constraint relay_trial_outcome check (outcome in ('OPENED', 'REGISTERED')),
  -- What happens later than this after a letter no longer counts, so that an outcome is final when it is compared.
  window_days integer not null constraint relay_trial_window check (window_days between 1 and 60),
  -- The smallest difference worth knowing, in points of a hundred.
  points integer not null constraint relay_trial_points check (points between 1 and 50),
  a_subject text not null,
  a_body text not null,
  a_version integer not null,
  b_subject text not null,
  b_body text not null,
  state text not null constraint relay_trial_state check (state in ('RUNNING', 'ENDED')),
  started_by text not null,
  started_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  kept text constraint relay_trial_kept check (kept in ('A', 'B')),
  constraint relay_trial_ended_by_somebody
    check ((state = 'ENDED') = (ended_by is not null and ended_at is not null and kept is not null)),
  primary key (company_id, id)
);
create unique index relay_trial_one_at_a_time on relay_trial (company_id, stage, offer, locale) where state = 'RUNNING';
grant select, insert, update on relay_trial to tasuki_app;

alter table relay_letter add column trial_id uuid;
alter table relay_letter add column variant text;
alter table relay_letter add constraint relay_letter_of_trial
  foreign key (company_id, trial_id) references relay_trial (company_id, id);
alter table relay_letter add constraint relay_letter_variant check ((trial_id is null) = (variant is null) and variant in ('A', 'B'));
create index relay_letter_in_trial on relay_letter (company_id, trial_id, sent_at) where trial_id is not null;

-- That somebody registered in the company's own pool by a letter; members are in relay_person_member.
-- kind: company
create table relay_pool_registration (
  company_id uuid not null,
  letter_id uuid not null,
  registered_at timestamptz not null,
  primary key (company_id, letter_id)
);
grant select, insert on relay_pool_registration to tasuki_app;

-- What came back for a mail, for whoever sent it.
create view messages_mail_response with (security_invoker = true) as
select company_id, mail_id, 'REPLIED' as kind, received_at as occurred_at from messages_reply
union all
select company_id, mail_id, 'STOPPED' as kind, occurred_at from messages_unsubscribe
union all
select company_id, mail_id, 'STOPPED' as kind, recorded_at as occurred_at from messages_suppression
where reason = 'COMPLAINT' and mail_id is not null;
grant select on messages_mail_response to tasuki_app;
create index messages_suppression_mail on messages_suppression (company_id, mail_id) where mail_id is not null;
create index messages_unsubscribe_mail on messages_unsubscribe (company_id, mail_id);
