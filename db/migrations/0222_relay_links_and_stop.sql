-- Letters whose words another system sends: only their link is made here. And campaigns stopped half way.
alter table relay_letter drop constraint relay_letter_kind;
alter table relay_letter add constraint relay_letter_kind check (kind in ('AUTO', 'CAMPAIGN', 'LINK'));
create unique index relay_letter_one_link on relay_letter (company_id, application_id, ended_at) where kind = 'LINK';

alter table relay_preflight drop constraint relay_preflight_state;
alter table relay_preflight add constraint relay_preflight_state
  check (state in ('JUDGING', 'OPEN', 'APPROVED', 'DISCARDED', 'STOPPED'));
alter table relay_preflight add column stopped_by text;
alter table relay_preflight add column stopped_at timestamptz;
create index relay_letter_of_preflight on relay_letter (company_id, preflight_id, state) where preflight_id is not null;
