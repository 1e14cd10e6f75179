-- A leak, loss or damage of personal data, or the fear of one: what is reported, and by when (個人情報保護法 26条).
-- kind: company
create table consent_breach (
  company_id uuid not null,
  id uuid not null,
  kind text not null constraint consent_breach_kind check (kind in ('SENSITIVE', 'PROPERTY', 'IMPROPER_PURPOSE', 'MANY', 'OTHER')),
  noticed_at timestamptz not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  actions text[] not null,
  actor_id text not null,
  items jsonb not null,
  first_reported_at timestamptz,
  final_reported_at timestamptz,
  opened_by text not null,
  opened_at timestamptz not null,
  version integer not null,
  primary key (company_id, id)
);
grant select, insert, update on consent_breach to tasuki_app;
