-- Files about a person: résumés and work histories. Encrypted; the database holds no readable word of them.

-- kind: company
create table files_file (
  company_id uuid not null,
  id uuid not null,
  -- The record it hangs on says whose it is, through the merges in force.
  source_record_id uuid not null,
  kind text not null constraint files_file_kind check (kind in ('PDF', 'DOCX', 'TEXT')),
  given_by text not null constraint files_file_given_by check (given_by in ('STAFF', 'PERSON')),
  byte_size integer not null constraint files_file_size check (byte_size between 1 and 10485760),
  chunk_count integer not null,
  -- Keyed hash of the content: the same file of the same person is kept once.
  content_hash text not null,
  -- Which installation key wraps the file's own key; the wrapped key; what that key seals: name and readable text.
  key_print text not null,
  key_wrapped text not null,
  name_sealed text not null,
  text_sealed text not null,
  -- Whether any text was found in it; a scanned page has none.
  has_text boolean not null,
  -- Where a sentence may not be kept and is masked: page, line and what it tells of, never its words.
  masked jsonb not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, source_record_id) references people_source_record (company_id, id)
);
create index files_file_record on files_file (company_id, source_record_id);
create index files_file_key on files_file (company_id, key_print);
grant select, insert, delete on files_file to tasuki_app;
grant update (key_print, key_wrapped) on files_file to tasuki_app;

-- The encrypted content, in pieces. They stand in the database so that a file and what is known of it commit together.
-- kind: company
create table files_chunk (
  company_id uuid not null,
  file_id uuid not null,
  sequence integer not null,
  bytes bytea not null,
  primary key (company_id, file_id, sequence),
  foreign key (company_id, file_id) references files_file (company_id, id) on delete cascade
);
grant select, insert, delete on files_chunk to tasuki_app;

-- Keyed hashes of the text's bigrams: a search finds the person, a reader of the table finds no word.
-- kind: company
create table files_posting (
  company_id uuid not null,
  token bigint not null,
  file_id uuid not null,
  source_record_id uuid not null,
  primary key (company_id, token, file_id),
  foreign key (company_id, file_id) references files_file (company_id, id) on delete cascade
);
create index files_posting_file on files_posting (company_id, file_id);
grant select, insert, delete on files_posting to tasuki_app;

-- Whom a token leads to, for searches of other modules.
create view files_found with (security_invoker = true) as
select p.company_id, p.token, r.person_id
from files_posting p join people_record_person r on r.company_id = p.company_id and r.source_record_id = p.source_record_id;
grant select on files_found to tasuki_app;
