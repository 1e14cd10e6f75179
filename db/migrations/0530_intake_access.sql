-- How a connection may call the system that it hears: its credentials, the access token in force, and what was last
-- seen of the fields that can be written. An intent: a check of the credentials that is still to be done.
-- kind: company, intents
create table intake_access (
  company_id uuid not null,
  -- The connection's own id.
  id uuid not null,
  kind text not null,
  state text not null constraint intake_access_state check (state in ('READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  client_id text not null constraint intake_access_client check (char_length(client_id) between 1 and 200),
  -- Sealed to this row, as is the token.
  secret_sealed text not null,
  -- In whose name the system is called, where its customer wants that.
  user_id text constraint intake_access_user check (user_id ~ '^[0-9]{1,20}$'),
  -- Grows with each change of the credentials: a token asked for with others is not kept.
  version integer not null default 1,
  token_sealed text,
  token_until timestamptz,
  -- Nothing is called before this time: the system asked for patience, or did not answer.
  resting_until timestamptz,
  fields jsonb not null default '[]',
  problem text,
  problem_at timestamptz,
  checked_at timestamptz,
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint intake_access_connection foreign key (company_id, id) references intake_connection (company_id, id)
);
create index intake_access_due on intake_access (due_at) where state = 'READY';
grant select, insert, update, delete on intake_access to tasuki_app;
