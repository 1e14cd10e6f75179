-- Why the program opened a request by itself, as a code with what it is about: each reader is told in their language.
alter table consent_request add column remark jsonb;
