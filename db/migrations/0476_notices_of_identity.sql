-- Who changed its identity is to be verified again: the operator and the company itself are told.
alter table accounts_notice drop constraint accounts_notice_kind;
alter table accounts_notice add constraint accounts_notice_kind
  check (kind in ('VERIFIED', 'SUSPENDED', 'RESUMED', 'STOPPED', 'CONTINUED', 'MODE_CHANGED', 'PAPER_ENDS', 'PAPER_ENDED',
    'DISPUTE_OPENED', 'DISPUTE_ASKED', 'DISPUTE_DECIDED', 'TO_VERIFY_AGAIN', 'COMPANY_TO_VERIFY'));
