-- What a person says is wrong, field by field, and which of it was refused: granting a correction carries it out.
alter table consent_request add column corrections jsonb not null default '[]';
alter table consent_request add column refused_fields text[] not null default '{}';
