-- Whether the company lets people take along, signed, which stage they reached; its own choice, off until it is made.
alter table relay_settings add column issues_certificates boolean not null default false;
