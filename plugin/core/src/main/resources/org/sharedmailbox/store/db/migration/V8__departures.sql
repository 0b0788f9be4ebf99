-- Who has left the mailbox of a person, and when. It counts for nothing once either account has ended
-- since. No foreign key: there is no delegation any more.
create table departure (
    owner    varchar(255) not null,
    delegate varchar(255) not null,
    left_at  timestamp(6) with time zone not null,
    primary key (owner, delegate)
);

create index departure_by_delegate on departure (delegate);
