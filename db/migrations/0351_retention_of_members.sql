-- When the member themselves last did something; before this was kept, when anything about them changed.
alter table relay_member add column heard_at timestamptz;

-- The question whether a registration is to be kept is mailed as the one about a consent that ends, and is a contact too.
alter table relay_notice drop constraint relay_notice_kind;
alter table relay_notice add constraint relay_notice_kind check (kind in ('RENEWAL', 'STAY'));
alter table relay_contact drop constraint relay_contact_kind;
alter table relay_contact add constraint relay_contact_kind check (kind in ('INTRODUCTION', 'RENEWAL', 'REFRESH', 'STAY'));

-- The operator lists members as companies list people: whom to ask first, and whom to delete.
alter table consent_retention_run drop constraint consent_retention_run_kind;
alter table consent_retention_run add constraint consent_retention_run_kind check (kind in ('RULES', 'UNKNOWN_BASIS', 'MEMBERS'));
alter table consent_retention_person add column step text not null default 'DELETE' constraint consent_retention_person_step check (step in ('ASK', 'DELETE'));
alter table consent_retention_person drop constraint consent_retention_person_outcome;
alter table consent_retention_person add constraint consent_retention_person_outcome check (outcome in ('DELETED', 'KEPT', 'ASKED'));
