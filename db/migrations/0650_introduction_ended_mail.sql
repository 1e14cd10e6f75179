-- Who asked something or said yes hears that nothing comes of it when the employer takes its request back or is away.
alter table introductions_mail drop constraint introductions_mail_kind;
alter table introductions_mail add constraint introductions_mail_kind
  check (kind in ('REQUEST', 'REMINDER', 'ANSWER', 'DISPUTE', 'PROMISE', 'ENDED'));
