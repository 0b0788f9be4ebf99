-- One row for each account whose sign-in has changed: it got another password, was blocked, deleted,
-- made or renamed. Whoever signed in before the last change may not stay signed in. Numbers only
-- grow, and no number is used twice.
create sequence sign_in_change_number;

create table sign_in_change (
    address    varchar(255) not null primary key,
    number     bigint       not null,
    changed_at timestamp(6) with time zone not null
);

create index sign_in_change_by_number on sign_in_change (number);

-- In many of these nobody may be signed in, whenever they were made.
insert into sign_in_change (address, number, changed_at)
    select address, nextval('sign_in_change_number'), created_at from shared_mailbox;
