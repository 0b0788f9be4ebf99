-- Who is told what happens to a delegation; without it, whom the policy names.
alter table delegation add column notices_to varchar(8)
    check (notices_to in ('NONE', 'DELEGATE', 'ALL'));

-- The end that was looked at when it came near: each is announced once.
alter table delegation add column reminded_of timestamp(6) with time zone;

alter table delegation_policy add column notices_to varchar(8) default 'NONE' not null
    check (notices_to in ('NONE', 'DELEGATE', 'ALL'));

-- Mails that are still to be sent, each written in the transaction of the change that it is about.
-- No foreign key: it may be about a delegation that has ended.
create table notice (
    id           bigint generated always as identity primary key,
    recipient    varchar(255) not null,
    owner        varchar(255) not null,
    delegate     varchar(255) not null,
    kind         varchar(16)  not null,
    actor        varchar(255) not null,
    source       varchar(8)   not null,
    noted_at     timestamp(6) with time zone not null,
    -- When it is to be sent, and until when it may at most be held back for further changes.
    due_at       timestamp(6) with time zone not null,
    hold_until   timestamp(6) with time zone not null,
    -- Until when the server that has taken it may try; then it is anybody's again.
    leased_until timestamp(6) with time zone,
    attempts     integer      not null
);

create index notice_by_due on notice (due_at, id);
create index notice_by_delegation on notice (owner, delegate, recipient);
