-- In which form a person wishes to be disclosed what is held (APPI 33), how it was handed over, on which day, and why it
-- was not handed over as wished.
alter table consent_request add column wish text;
alter table consent_request add column handover text;
alter table consent_request add column handed_on date;
alter table consent_request add column handover_note text not null default '';
alter table consent_request add constraint consent_request_wish check (wish in ('ELECTRONIC', 'PAPER'));
alter table consent_request add constraint consent_request_handover
  check (handover in ('PORTAL', 'MAIL', 'MEDIA', 'POST', 'IN_PERSON'));
alter table consent_request add constraint consent_request_handed check ((handover is null) = (handed_on is null));
