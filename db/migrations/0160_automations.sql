-- What other systems are told: endpoints, the events they hear, and each sending of one event to one endpoint.

-- kind: company
create table automations_endpoint (
  company_id uuid not null,
  id uuid not null,
  url text not null constraint automations_endpoint_url check (char_length(url) between 8 and 2000),
  label text not null constraint automations_endpoint_label check (char_length(label) between 1 and 120),
  kinds text[] not null,
  state text not null constraint automations_endpoint_state check (state in ('ACTIVE', 'PAUSED', 'GONE', 'REMOVED')),
  -- Sealed to this row. The one before signs beside it until it ends, so that a receiver can change over in between.
  secret_sealed text not null,
  previous_secret_sealed text,
  previous_until timestamptz,
  -- After a failure nobody else tries this endpoint before this time: one that hangs must not hold up the others.
  resting_until timestamptz,
  failing_since timestamptz,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
grant select, insert, update on automations_endpoint to tasuki_app;

-- Ids and states only; whoever may know more reads it by the API. `id` is the announcement's own.
-- kind: company
create table automations_message (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  data jsonb not null,
  recorded_at timestamptz not null,
  primary key (company_id, id)
);
create index automations_message_recorded on automations_message (company_id, recorded_at);
grant select, insert, delete on automations_message to tasuki_app;

-- kind: company, intents
create table automations_sending (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null constraint automations_sending_state check (state in ('READY', 'HELD', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  endpoint_id uuid not null,
  event_id uuid not null,
  -- Tries that were answered or failed: an attempt that a killed worker left behind is not one.
  tries integer not null default 0,
  last_status integer,
  last_tried_at timestamptz,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint automations_sending_once unique (company_id, endpoint_id, event_id),
  constraint automations_sending_endpoint foreign key (company_id, endpoint_id) references automations_endpoint (company_id, id),
  constraint automations_sending_event foreign key (company_id, event_id) references automations_message (company_id, id) on delete cascade
);
create index automations_sending_due on automations_sending (due_at) where state = 'READY';
create index automations_sending_of_endpoint on automations_sending (company_id, endpoint_id, recorded_at desc, id desc);
grant select, insert, update, delete on automations_sending to tasuki_app;
