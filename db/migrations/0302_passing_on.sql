-- A request that was granted is passed on by the program to whoever received the data and works with this installation.
alter table consent_passing drop constraint consent_passing_how;
alter table consent_passing add constraint consent_passing_how check (how in ('MAIL', 'PHONE', 'PAPER', 'SYSTEM'));
alter table consent_passing add column escalated_at timestamptz;

-- What is still to be handed to a recipient. One that has not taken it up within five minutes is put before the operator.
-- kind: company, intents
create table relay_passing (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint relay_passing_kind check (kind in ('CORRECTION', 'STOP', 'ERASURE')),
  state text not null constraint relay_passing_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  request_id uuid not null,
  share_id uuid not null,
  recipient_id uuid not null,
  asked_at timestamptz not null,
  escalated_at timestamptz,
  primary key (company_id, id)
);
create index relay_passing_due on relay_passing (due_at) where state = 'READY';
grant select, insert, update on relay_passing to tasuki_app;

-- On the recipient's side: of which request elsewhere a request here is the passing on, so that its answer goes back.
-- kind: company
create table relay_passed (
  company_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  passing_id uuid not null,
  provider_request_id uuid not null,
  primary key (company_id, id)
);
grant select, insert on relay_passed to tasuki_app;
