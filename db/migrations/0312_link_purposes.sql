-- A link may also lead to the question on what ground a person is kept.
alter table messages_link drop constraint messages_link_purpose;
alter table messages_link add constraint messages_link_purpose check (purpose in ('LETTER', 'PORTAL', 'INTRODUCTION', 'REFRESH', 'BASIS'));
