-- A reply stays on the work list until somebody of staff has dealt with it.

alter table messages_reply add column handled_at timestamptz;
alter table messages_reply add column handled_by text;
create index messages_reply_open on messages_reply (company_id, id) where handled_at is null;
