-- What a person chose for the columns and words of a source's files, for its next file.
alter table intake_connection add column reading jsonb not null default '{}';

-- The record or application that a delivery came before; its arrival wakes those that wait for it, and no others.
alter table intake_delivery add column waits_for uuid;
create index intake_delivery_waits on intake_delivery (company_id, waits_for) where waits_for is not null;
