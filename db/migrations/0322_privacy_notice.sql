-- The privacy notice of a company, version by version, and the one that is being written.

-- kind: company
create table consent_privacy_notice (
  company_id uuid not null,
  id uuid not null,
  version integer not null constraint consent_privacy_notice_counted check (version >= 1),
  -- An empty English text says that there is none: the Japanese one is shown to everybody.
  body_ja text not null constraint consent_privacy_notice_written check (char_length(body_ja) between 50 and 40000),
  body_en text not null constraint consent_privacy_notice_written_en check (char_length(body_en) <= 40000),
  -- SHA-256 of each text as it is shown; null for one that is not there.
  hash_ja text not null,
  hash_en text,
  -- From this day on, in the company's own zone.
  effective_on date not null,
  -- What the company says has changed.
  summary text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint consent_privacy_notice_version unique (company_id, version)
);
grant select, insert on consent_privacy_notice to tasuki_app;

-- kind: company
create table consent_privacy_draft (
  company_id uuid not null,
  body_ja text not null,
  body_en text not null,
  effective_on date,
  summary text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (company_id)
);
grant select, insert, update, delete on consent_privacy_draft to tasuki_app;

-- Which version was given to the person when they decided; null where the company had none.
alter table consent_event add column notice_id uuid;
alter table consent_event add constraint consent_event_notice foreign key (company_id, notice_id) references consent_privacy_notice (company_id, id);
