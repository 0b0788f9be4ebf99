-- The last day, in UTC, on which a delegate used what they were given; no row before the first use.
create table delegation_use (
    owner        varchar(255) not null,
    delegate     varchar(255) not null,
    last_read    date,
    last_managed date,
    last_sent    date,
    primary key (owner, delegate),
    foreign key (owner, delegate) references delegation (owner, delegate) on delete cascade
);
