-- Servers that share the database look here for what the others have changed.
create index audit_entry_by_time on audit_entry (at);
