-- Who a person is was checked before anything is told; what is refused, and on which grounds; who else was told.
alter table consent_request drop constraint consent_request_state;
alter table consent_request add constraint consent_request_state check (state in ('OPEN', 'ANSWERED', 'PARTIAL', 'DECLINED'));
alter table consent_request add column identity_how text;
alter table consent_request add column identity_note text not null default '';
alter table consent_request add column identity_by text;
alter table consent_request add column identity_at timestamptz;
alter table consent_request add column grounds text[] not null default '{}';
alter table consent_request add column refused text not null default '';
alter table consent_request add column told text;
alter table consent_request add constraint consent_request_identity check (identity_how in ('CODE_BY_MAIL', 'MEMBER_SESSION', 'DOCUMENT', 'CALL_BACK', 'DETAILS_MATCHED'));
alter table consent_request add constraint consent_request_told check (told in ('MAIL', 'ELSEWHERE'));

-- Whoever received the data and was told of a request, and what they answered.
-- kind: company
create table consent_passing (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  recipient_name text not null,
  share_id uuid,
  how text not null constraint consent_passing_how check (how in ('MAIL', 'PHONE', 'PAPER')),
  state text not null constraint consent_passing_state check (state in ('SENT', 'RECEIVED', 'DONE', 'REFUSED')),
  receipt text not null,
  sent_by text not null,
  sent_at timestamptz not null,
  settled_at timestamptz,
  version integer not null,
  primary key (company_id, id),
  constraint consent_passing_once unique (company_id, request_id, recipient_name),
  constraint consent_passing_request foreign key (company_id, request_id) references consent_request (company_id, id)
);
grant select, insert, update on consent_passing to tasuki_app;

-- Erasures that were decided and are still to be done, one transaction each; an answer that is on its way goes first.
-- kind: company, intents
create table consent_erasure_order (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  person_id uuid not null,
  request_id uuid not null,
  ordered_by text not null,
  after_mail uuid,
  state text not null constraint consent_erasure_order_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  ordered_at timestamptz not null,
  primary key (company_id, id),
  constraint consent_erasure_order_once unique (company_id, request_id),
  constraint consent_erasure_order_request foreign key (company_id, request_id) references consent_request (company_id, id)
);
create index consent_erasure_order_due on consent_erasure_order (due_at) where state = 'READY';
create index consent_erasure_order_mail on consent_erasure_order (company_id, after_mail);
grant select, insert, update on consent_erasure_order to tasuki_app;
