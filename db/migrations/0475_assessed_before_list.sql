-- Null where somebody was asked for an introduction before the list they were chosen from was put down, which happens a moment later.
alter table matching_assessed alter column is_above drop not null;
