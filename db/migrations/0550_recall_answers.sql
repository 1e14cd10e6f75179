-- What the recipient's people answered to a share that was asked back: taking it up is not yet stopping the use of it.
alter table relay_recall add column answer text constraint relay_recall_answer check (answer in ('DONE', 'PARTIAL', 'REFUSED'));
