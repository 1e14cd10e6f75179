-- Since when somebody who is in the network has not been shown yet: those who join are shown for the first time together with others
-- (docs/decisions/0016), at the latest after a time that is counted from here. Null: joined before this was kept.
alter table matching_profile add column waits_since timestamptz;
