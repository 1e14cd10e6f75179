-- Codes are counted over all visits by one link.
create index portal_session_link on portal_session (company_id, link_id);
