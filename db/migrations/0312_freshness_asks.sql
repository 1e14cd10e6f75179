-- Whom a company asks whether what it knows still holds, and what they answered.

-- Off until an admin switched it on; then by hand, or every day by itself.
-- kind: company
create table freshness_settings (
  company_id uuid primary key,
  on_since timestamptz,
  mode text not null constraint freshness_settings_mode check (mode in ('BY_HAND', 'EVERY_DAY')),
  daily_limit integer not null constraint freshness_settings_limit check (daily_limit between 1 and 200),
  rest_days integer not null constraint freshness_settings_rest check (rest_days between 30 and 730),
  changed_by text not null,
  changed_at timestamptz not null
);
grant select, insert, update on freshness_settings to tasuki_app;

-- One question to one person: whether their fields still hold (`REFRESH`), or whether they stay in the pool (`POOL`).
-- kind: company
create table freshness_ask (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint freshness_ask_kind check (kind in ('REFRESH', 'POOL')),
  -- The record that it hangs on, which merges and erasures go by.
  source_record_id uuid not null,
  fields text[] not null,
  state text not null constraint freshness_ask_state check (state in ('PLANNED', 'SENT', 'ANSWERED', 'LAPSED', 'REFUSED')),
  answer text constraint freshness_ask_answer check (answer in ('CONFIRMED', 'CHANGED', 'NOT_INTERESTED', 'STAYS', 'LEAVES')),
  reason text,
  planned_by text not null,
  planned_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  primary key (company_id, id),
  constraint freshness_ask_answered check ((state = 'ANSWERED') = (answer is not null))
);
-- Nobody is asked twice at once, whoever approves.
create unique index freshness_ask_one_open on freshness_ask (company_id, kind, source_record_id) where state in ('PLANNED', 'SENT');
create index freshness_ask_record on freshness_ask (company_id, source_record_id);
create index freshness_ask_planned on freshness_ask (company_id, planned_at, id);
grant select, insert, update, delete on freshness_ask to tasuki_app;

-- The mail's link leads to the page that asks.
alter table messages_link drop constraint messages_link_purpose;
alter table messages_link add constraint messages_link_purpose check (purpose in ('LETTER', 'PORTAL', 'INTRODUCTION', 'REFRESH'));

-- Where the person is a member of the relay, it counts against the number of contacts that they set.
alter table relay_contact drop constraint relay_contact_kind;
alter table relay_contact add constraint relay_contact_kind check (kind in ('INTRODUCTION', 'RENEWAL', 'REFRESH'));
