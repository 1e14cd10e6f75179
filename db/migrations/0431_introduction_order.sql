-- The operator reads requests in the order in which they were made, not of the ids that companies chose.
create index introductions_gate_order on introductions_gate (company_id, state, asked_at, id);
drop index introductions_gate_list;
-- What waits for the operator, or was shown to it, of a member who leaves.
create index introductions_mapping_member on introductions_mapping (company_id, member_id);
create index introductions_network_promise_due on introductions_network_promise (company_id, due_at desc, id desc);
