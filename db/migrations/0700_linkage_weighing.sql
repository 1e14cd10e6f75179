-- Pairs that wait, with ids above this, are still to be weighed by the last count; null where all of them are.
alter table linkage_count add column weigh_after uuid;
