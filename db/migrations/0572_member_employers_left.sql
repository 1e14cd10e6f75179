-- Names that were read as an employer of this moment and that the member does not hide from: they are not offered again.
alter table relay_member add column employers_left text[] not null default '{}';
