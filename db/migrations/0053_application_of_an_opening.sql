-- An index whose entries repeat is kept smaller than the primary key. Until statistics exist the planner then prefers it
-- for the checks of foreign keys, and reads a company's every application for each step that is recorded: the id at its
-- end makes every entry different.
drop index selection_application_opening;
create index selection_application_opening on selection_application (company_id, opening_id, state, stage, id);

-- The same for persons: only those who were merged are looked up by whom they forward to.
drop index people_person_forwards;
create index people_person_forwards on people_person (company_id, forwarded_to) where forwarded_to is not null;
