-- An employer that may not be introduced to anybody any more: its open requests end at once, and say why.

alter table introductions_request add column ended_because text
  constraint introductions_request_because check (ended_because in ('SUSPENDED', 'NETWORK_STOPPED', 'MODE'));

-- AWAY: the person said yes, and the employer could not receive what they provided when it was about to be delivered.
alter table introductions_ask drop constraint introductions_ask_cause;
alter table introductions_ask add constraint introductions_ask_cause
  check (cause in ('PERSON', 'CLOCK', 'EMPLOYER', 'LEFT', 'CONSENT', 'LIMIT', 'AWAY'));
