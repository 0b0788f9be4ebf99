-- One row for each scope whose policy was ever changed. Whoever changes it locks the row first: the
-- policy's own row is not there before the first change, nor after it was taken back.
create table delegation_policy_scope (
    domain varchar(255) not null primary key
);
