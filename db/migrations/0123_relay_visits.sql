-- That a letter's link began a visit, for the steps of a referral. Opening the link leaves nothing; pressing on does.

-- kind: company
create table relay_letter_visit (
  company_id uuid not null,
  letter_id uuid not null,
  first_at timestamptz not null,
  primary key (company_id, letter_id)
);
grant select, insert on relay_letter_visit to tasuki_app;

create index relay_referral_letter on relay_referral (company_id, letter_id, id);
create index relay_person_member_letter on relay_person_member (company_id, letter_id);
