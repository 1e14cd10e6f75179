-- What makes a referral count: registering, or being hired by another company. A letter keeps what held when it was used.

alter table relay_member_letter add column trigger text not null default 'REGISTRATION' constraint relay_member_letter_trigger check (trigger in ('REGISTRATION', 'HIRED_ELSEWHERE'));

alter table relay_member_referral drop constraint relay_member_referral_state;

-- WAITING has no clock yet: its hold begins when the member is hired.
alter table relay_member_referral add constraint relay_member_referral_state check (state in ('READY', 'WAITING', 'COUNTED', 'DROPPED', 'REFUSED', 'DEAD'));

drop index relay_member_referral_one;

create unique index relay_member_referral_one on relay_member_referral (member_id) where state in ('READY', 'WAITING', 'COUNTED', 'DEAD');
