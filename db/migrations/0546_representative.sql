-- Who represents the company: stands in the record of what it received and provided (施行規則 20条1項, 24条1項).
alter table accounts_company add column representative text;
