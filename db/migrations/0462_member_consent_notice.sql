-- On which version of the operator's privacy notice a member decided: it stands in the operator's realm, so it is named
-- with its company and no key leads there; `tasuki verify` looks it up.
alter table consent_member_event add column notice_company_id uuid;
alter table consent_member_event add column notice_id uuid;
alter table consent_member_event add column notice_version integer;
alter table consent_member_event add constraint consent_member_event_notice check (num_nonnulls(notice_company_id, notice_id, notice_version) in (0, 3));
