-- What the visits and codes of a visit are counted on: its link, a link that its owner had mailed a moment ago, or a
-- browser in which a code was entered before. Guessing at one of them takes nothing from the others. The column is made
-- out of the link, so that standing visits have theirs and a server of the version before goes on writing.
alter table portal_session add column other_budget_id uuid;
alter table portal_session add column budget_id uuid not null generated always as (coalesce(other_budget_id, link_id)) stored;
alter table portal_session add column budget_kind text not null default 'LINK' constraint portal_session_budget check (budget_kind in ('LINK', 'ASKED_LINK', 'BROWSER'));
drop index portal_session_link;
create index portal_session_budget_of on portal_session (company_id, budget_id);
