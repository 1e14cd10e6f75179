-- Every step of an introduction with its time, as the company told it: the progress alone says only the last.
alter table introductions_request add column steps jsonb not null default '[]';
alter table introductions_network add column steps jsonb not null default '[]';
alter table introductions_ask add column steps jsonb not null default '[]';
