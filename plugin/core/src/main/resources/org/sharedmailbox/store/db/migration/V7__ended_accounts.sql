-- When an account of that name was last found to be gone. Whoever signed in before is somebody else
-- than whoever has the name now.
create table account_end (
    address  varchar(255) not null primary key,
    ended_at timestamp(6) with time zone not null
);
