-- Where records come from: connections, imported files and inbound deliveries.

-- A file that is imported belongs to a connection too (connector `file`): its rows are known again by it.
-- kind: company
create table intake_connection (
  company_id uuid not null,
  id uuid not null,
  connector text not null,
  name text not null constraint intake_connection_named check (char_length(name) between 1 and 120),
  state text not null constraint intake_connection_state check (state in ('ACTIVE', 'PAUSED')),
  -- SHA-256 of the secret part of the address that the system delivers to; the address itself, sealed, is shown to admins.
  address_hash text,
  address_sealed text,
  secret_sealed text,
  secret_set_at timestamptz,
  -- The fingerprint of the header by which a file of the same kind is recognised.
  header_key text,
  letters_on boolean not null default false,
  letters_on_since timestamptz,
  accepted bigint not null default 0,
  refused bigint not null default 0,
  last_delivery_at timestamptz,
  last_refusal_at timestamptz,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint intake_connection_named_once unique (company_id, connector, name),
  constraint intake_connection_address unique (company_id, address_hash)
);
create index intake_connection_header on intake_connection (company_id, header_key);
grant select, insert, update on intake_connection to tasuki_app;

-- One uploaded file on its way. `state` says whether there is work to do, `phase` where it stands.
-- kind: company, intents
create table intake_import (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null constraint intake_import_state check (state in ('WAITING', 'READY', 'DONE', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  phase text not null constraint intake_import_phase check (phase in ('UPLOADED', 'CHECKING', 'CHECKED', 'COMMITTING', 'LINKING', 'DONE', 'REFUSED', 'CANCELLED')),
  connection_id uuid,
  label text not null,
  file_name text not null,
  byte_size bigint not null,
  sha256 text not null,
  -- The day of the import in the company's zone: ages and eras are read as of it.
  today date not null,
  encoding text not null,
  encoding_confidence real not null default 1,
  shape jsonb not null,
  recognition jsonb not null,
  samples jsonb not null,
  bad_lines jsonb not null,
  refusal jsonb,
  rows_total integer not null default 0,
  rows_checked integer not null default 0,
  rows_done integer not null default 0,
  rows_linked integer not null default 0,
  found_new integer not null default 0,
  found_known integer not null default 0,
  found_unchanged integer not null default 0,
  found_refused integer not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  joined integer not null default 0,
  has_file boolean not null default true,
  staff_id text not null,
  recorded_at timestamptz not null,
  committed_at timestamptz,
  finished_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, connection_id) references intake_connection (company_id, id)
);
create index intake_import_listed on intake_import (company_id, recorded_at desc);
create index intake_import_due on intake_import (due_at) where state = 'READY';
grant select, insert, update on intake_import to tasuki_app;

-- The file itself, until it was imported or a day has passed.
-- kind: company
create table intake_upload (
  company_id uuid not null,
  import_id uuid not null,
  sequence integer not null,
  bytes bytea not null,
  primary key (company_id, import_id, sequence),
  foreign key (company_id, import_id) references intake_import (company_id, id)
);
grant select, insert, delete on intake_upload to tasuki_app;

-- The rows of a file between its check and its import; afterwards only those that were refused, for 30 days. Columns that may
-- not be collected are blank here.
-- kind: company
create table intake_import_row (
  company_id uuid not null,
  import_id uuid not null,
  number integer not null,
  line integer not null,
  cells jsonb,
  problem jsonb,
  record_id uuid,
  verdict text not null constraint intake_import_row_verdict check (verdict in ('NEW', 'KNOWN', 'UNCHANGED', 'REFUSED')),
  findings jsonb not null,
  has_findings boolean not null,
  outcome text constraint intake_import_row_outcome check (outcome in ('TO_LINK', 'REFUSED')),
  primary key (company_id, import_id, number),
  foreign key (company_id, import_id) references intake_import (company_id, id)
);
create index intake_import_row_open on intake_import_row (company_id, import_id, outcome, number);
create index intake_import_row_found on intake_import_row (company_id, import_id, number) where has_findings;
create index intake_import_row_record on intake_import_row (company_id, record_id);
grant select, insert, update, delete on intake_import_row to tasuki_app;

-- What was imported last under each natural key, so that the same again changes nothing.
-- kind: company
create table intake_known_row (
  company_id uuid not null,
  connection_id uuid not null,
  key text not null,
  source_record_id uuid not null,
  content_hash text not null,
  import_id uuid not null,
  recorded_at timestamptz not null,
  primary key (company_id, connection_id, key),
  foreign key (company_id, connection_id) references intake_connection (company_id, id)
);
create index intake_known_row_record on intake_known_row (company_id, source_record_id);
grant select, insert, update, delete on intake_known_row to tasuki_app;

-- One inbound message as it arrived, byte for byte.
-- kind: company, intents
create table intake_delivery (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null constraint intake_delivery_state check (state in ('READY', 'DONE', 'UNUSED', 'WAITING', 'DEAD')),
  due_at timestamptz not null,
  lease_until timestamptz,
  attempts integer not null default 0,
  last_error text,
  connection_id uuid not null,
  -- The source's own id of the delivery, else the hash of its body: a second arrival is the same delivery.
  remote_key text not null,
  body bytea,
  body_sha256 text not null,
  byte_size integer not null,
  occurred_at timestamptz,
  source_record_id uuid,
  reason text,
  received_at timestamptz not null,
  settled_at timestamptz,
  primary key (company_id, id),
  constraint intake_delivery_once unique (company_id, connection_id, remote_key),
  foreign key (company_id, connection_id) references intake_connection (company_id, id)
);
create index intake_delivery_due on intake_delivery (due_at) where state = 'READY';
create index intake_delivery_listed on intake_delivery (company_id, connection_id, received_at desc);
create index intake_delivery_record on intake_delivery (company_id, source_record_id);
grant select, insert, update on intake_delivery to tasuki_app;
