-- From where a registration by a letter came, as two keyed marks that say nothing by themselves: the same in two rows of
-- one company means the same device, or the same block of addresses. Kept for thirty days, and never told to anybody.

-- kind: company
create table relay_origin (
  company_id uuid not null,
  letter_id uuid not null,
  device_mark text not null,
  block_mark text not null,
  registered_at timestamptz not null,
  primary key (company_id, letter_id)
);
create index relay_origin_device on relay_origin (company_id, device_mark);
create index relay_origin_recent on relay_origin (company_id, registered_at);
grant select, insert, delete on relay_origin to tasuki_app;

-- A referral that counted can be looked at again: what was noticed after it counted puts it back into the queue.
drop index relay_network_referral_review;
create index relay_network_referral_review on relay_network_referral (company_id, id)
  where state in ('HELD', 'COUNTED') and signals <> '{}' and cleared_at is null;
