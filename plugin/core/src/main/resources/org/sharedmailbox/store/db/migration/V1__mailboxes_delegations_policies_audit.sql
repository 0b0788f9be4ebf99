-- SQL that H2 (in its PostgreSQL mode) and PostgreSQL both understand.

create table shared_mailbox (
    address              varchar(255) not null primary key,
    display_name         varchar(200) not null,
    type                 varchar(31)  not null,
    sign_in              varchar(8)   not null check (sign_in in ('BLOCKED', 'PASSWORD')),
    copy_send_as         boolean      not null,
    copy_send_on_behalf  boolean      not null,
    created_at           timestamp(6) with time zone not null,
    created_by           varchar(255) not null
);

-- One row for each mailbox that was ever delegated. Whoever changes a mailbox's delegations locks
-- its row first, so that the limit of members holds under concurrency.
create table delegation_owner (
    address varchar(255) not null primary key
);

create table delegation (
    owner               varchar(255) not null references delegation_owner (address),
    delegate            varchar(255) not null,
    may_read            boolean      not null,
    may_read_and_manage boolean      not null,
    may_manage_members  boolean      not null,
    may_send_as         boolean      not null,
    may_send_on_behalf  boolean      not null,
    all_folders         boolean      not null,
    not_before          timestamp(6) with time zone,
    not_after           timestamp(6) with time zone,
    subscribe           boolean      not null,
    note                varchar(1000),
    granted_by          varchar(255) not null,
    granted_at          timestamp(6) with time zone not null,
    changed_at          timestamp(6) with time zone not null,
    primary key (owner, delegate),
    constraint delegate_is_somebody_else check (owner <> delegate),
    constraint some_right check (may_read or may_read_and_manage or may_manage_members
        or may_send_as or may_send_on_behalf),
    constraint ends_after_start check (not_after > not_before)
);

create index delegation_by_delegate on delegation (delegate, owner);

-- The folders of a delegation that is not about all of them. Without a row here it is about none.
create table delegation_folder (
    owner    varchar(255) not null,
    delegate varchar(255) not null,
    position integer      not null,
    folder   varchar(200) not null,
    primary key (owner, delegate, position),
    unique (owner, delegate, folder),
    foreign key (owner, delegate) references delegation (owner, delegate) on delete cascade
);

-- What a domain permits; the domain 'default' stands for all that have no row of their own.
create table delegation_policy (
    domain              varchar(255) not null primary key,
    enabled             boolean      not null,
    personal_delegation boolean      not null,
    read_allowed                boolean not null,
    read_and_manage_allowed     boolean not null,
    manage_members_allowed      boolean not null,
    send_as_allowed             boolean not null,
    send_on_behalf_allowed      boolean not null,
    max_members         integer      not null check (max_members > 0),
    max_duration_seconds bigint      check (max_duration_seconds > 0),
    other_domains       varchar(4000) not null
);

create table audit_entry (
    id      bigint generated always as identity primary key,
    at      timestamp(6) with time zone not null,
    actor   varchar(255) not null,
    source  varchar(8)   not null,
    action  varchar(40)  not null,
    mailbox varchar(255) not null,
    subject varchar(255),
    -- No limit: a change must never fail because its audit entry is long.
    details text not null
);

create index audit_entry_by_mailbox on audit_entry (mailbox, id);
create index audit_entry_by_actor on audit_entry (actor, id);
