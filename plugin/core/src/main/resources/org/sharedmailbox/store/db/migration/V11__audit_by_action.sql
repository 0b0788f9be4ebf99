-- The oldest refusals are removed once there are too many.
create index audit_entry_by_action on audit_entry (action, id);
