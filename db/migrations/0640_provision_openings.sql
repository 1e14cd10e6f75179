-- The opening that a provision was for, as the person read it when they agreed; what stands for no opening has none.
alter table consent_provision add column opening text;
alter table consent_member_provision add column opening text;
