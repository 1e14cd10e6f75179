-- What the visits and codes of a visit are counted on: its link, a link that its owner had mailed a moment ago, or a
-- browser in which a code was entered before. Guessing at one of them takes nothing from the others.
alter table portal_session add column budget_id uuid;
update portal_session set budget_id = link_id;
alter table portal_session alter column budget_id set not null;
alter table portal_session add column budget_kind text not null default 'LINK' constraint portal_session_budget check (budget_kind in ('LINK', 'ASKED_LINK', 'BROWSER'));
drop index portal_session_link;
create index portal_session_budget_of on portal_session (company_id, budget_id);
