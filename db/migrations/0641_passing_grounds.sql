-- On what grounds a recipient of this installation refused, in whole or in part; what staff keep of others stays words.
alter table consent_passing add column grounds text[] not null default '{}';
