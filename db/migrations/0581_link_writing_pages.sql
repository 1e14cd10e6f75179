-- Lists of writings are read by their ids, the newest first.
drop index relay_link_writing_listed;
create index relay_link_writing_page on relay_link_writing (company_id, connection_id, id desc);
