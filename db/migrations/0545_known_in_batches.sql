-- Companies that came to know a person by name after they had been able to see them anonymously. They become `not_to` five at a time:
-- one who left a company's list at the moment at which it learnt a name would be the one of that name.
alter table matching_profile add column soon_not_to uuid[] not null default '{}';
