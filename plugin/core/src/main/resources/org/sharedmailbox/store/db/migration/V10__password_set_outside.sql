-- Whether the account's password was set by other means than the plugin's: whatever sign_in says,
-- somebody may know it.
alter table shared_mailbox add column password_outside boolean default false not null;
