-- What a list was asked with and how many its conditions left out, beside the fingerprint of the people compared.
alter table matching_ranking
  add column asked jsonb not null default '{}',
  add column excluded jsonb not null default '[]';
-- Rows are only added to, and go when their retention is over.
grant delete on matching_ranking to tasuki_app;
