-- Into which field of the other system each person's letter link is written.
-- kind: company
create table relay_link_field (
  company_id uuid not null,
  connection_id uuid not null,
  field_key text not null constraint relay_link_field_key check (char_length(field_key) between 1 and 255),
  field_name text not null,
  -- Since when ends of applications get a link there; null while it is off.
  on_since timestamptz,
  -- Whether a write was seen to leave the candidate's other fields as they were.
  is_proven boolean not null default false,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (company_id, connection_id),
  constraint relay_link_field_connection foreign key (company_id, connection_id) references intake_connection (company_id, id)
);
grant select, insert, update on relay_link_field to tasuki_app;

-- What the field of one candidate is to say: the link of a letter, or nothing where `letter_id` is null.
-- kind: company, intents
create table relay_link_writing (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null constraint relay_link_writing_state check (state in ('READY', 'DONE', 'HELD', 'REFUSED', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  connection_id uuid not null,
  -- The candidate's own id there; goes once nothing is to be done for somebody who was erased.
  remote_id text,
  source_record_id uuid not null,
  application_id uuid not null,
  letter_id uuid,
  -- Why there is nothing to write, or why it could not be written.
  reason text,
  -- Grows whenever the field is to say something else; `written_version` is what it says.
  version integer not null default 1,
  written_version integer not null default 0,
  tries integer not null default 0,
  -- When a link was last about to be written; null while the field is known to be empty.
  touched_at timestamptz,
  -- When the field was given a link that stands in it; null while it is empty.
  written_at timestamptz,
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint relay_link_writing_once unique (company_id, connection_id, source_record_id),
  constraint relay_link_writing_field foreign key (company_id, connection_id)
    references relay_link_field (company_id, connection_id)
);
create index relay_link_writing_due on relay_link_writing (due_at) where state = 'READY';
create index relay_link_writing_listed on relay_link_writing (company_id, connection_id, changed_at desc, id desc);
create index relay_link_writing_of_application on relay_link_writing (company_id, application_id);
grant select, insert, update on relay_link_writing to tasuki_app;
