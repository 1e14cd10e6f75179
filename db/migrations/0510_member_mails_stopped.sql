-- The number of contacts that stood when the member stopped them from a mail, to put it back if that was a mistake.
alter table relay_member add column contacts_before_stop integer constraint relay_member_contacts_before_stop check (contacts_before_stop between 1 and 12);
