-- Lines of business to which a member is not shown, beside single companies and their groups: a letter of 日本標準産業分類.
-- kind: member
create table relay_member_industry (
  member_id uuid not null,
  industry text not null constraint relay_member_industry_letter check (industry ~ '^[A-T]$'),
  since timestamptz not null,
  primary key (member_id, industry),
  constraint relay_member_industry_of foreign key (member_id) references relay_member (member_id)
);
grant select, insert, delete on relay_member_industry to tasuki_app;

alter table matching_profile add column blocked_industries text[] not null default '{}';

-- Employers whose people the company leaves alone, as keys of their names beside how they were typed and why.
alter table matching_settings add column left_alone jsonb not null default '[]';
