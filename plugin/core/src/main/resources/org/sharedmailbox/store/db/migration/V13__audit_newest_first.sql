-- Each question to the audit log reads ranges of one of these, newest first, and nothing else. Where
-- a question names no action, it reads a range for each action.
create index audit_entry_newest on audit_entry (at, id);
create index audit_entry_of_action on audit_entry (action, at, id);
create index audit_entry_of_mailbox on audit_entry (mailbox, action, at, id);
create index audit_entry_of_actor on audit_entry (actor, action, at, id);
create index audit_entry_of_actor_in_mailbox on audit_entry (mailbox, actor, action, at, id);

drop index audit_entry_by_mailbox;
drop index audit_entry_by_actor;
drop index audit_entry_by_time;
drop index audit_entry_by_action;
