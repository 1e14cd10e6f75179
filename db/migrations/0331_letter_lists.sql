-- The list of letters by when they leave, and of what came back for one mail.
create index relay_letter_by_due on relay_letter (company_id, due_at, id);
