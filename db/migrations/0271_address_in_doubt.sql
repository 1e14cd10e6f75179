-- "This is not me": the address is written to no more, by any company that holds it for that person, until it is settled.

-- The request by which somebody looks into the address; where the address is found right, it is written to again.
alter table messages_suppression add column request_id uuid;

-- The request for which no mail goes to the member, until they prove the address again.
alter table relay_member add column doubted_by uuid;

alter table portal_errand drop constraint portal_errand_kind;
alter table portal_errand add constraint portal_errand_kind check (kind in ('LOST_LINK', 'UNREACHABLE', 'NOT_ME'));
