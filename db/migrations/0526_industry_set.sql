-- The operator says what a company's line of business is where the company states another: by it people hide.
alter table accounts_network_decision add column industry text;
alter table accounts_network_decision add column industry_reason text;
alter table accounts_network_decision add column industry_at timestamptz;
alter table accounts_network_decision add constraint accounts_network_decision_industry_reasoned
  check ((industry_reason is null) = (industry_at is null) and (industry is null or industry_reason is not null));
alter table accounts_network_standing add column industry text;
alter table accounts_network_standing add column industry_reason text;

alter table accounts_notice drop constraint accounts_notice_kind;
alter table accounts_notice add constraint accounts_notice_kind
  check (kind in ('VERIFIED', 'SUSPENDED', 'RESUMED', 'STOPPED', 'CONTINUED', 'MODE_CHANGED', 'PAPER_ENDS', 'PAPER_ENDED',
    'DISPUTE_OPENED', 'DISPUTE_ASKED', 'DISPUTE_DECIDED', 'TO_VERIFY_AGAIN', 'COMPANY_TO_VERIFY', 'INDUSTRY_SET'));
