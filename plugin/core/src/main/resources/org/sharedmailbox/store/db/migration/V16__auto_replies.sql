-- What James is to answer by itself for the owner while the delegation lasts.
alter table delegation add column auto_reply_subject varchar(200);
alter table delegation add column auto_reply_text varchar(10000);
alter table delegation add constraint auto_reply_is_complete
    check ((auto_reply_subject is null) = (auto_reply_text is null));

-- The vacation notices that were set in James, and what was there before. Without a delegate it is
-- that of a shared mailbox. No foreign key: it is taken away after the delegation.
create table auto_reply (
    account        varchar(255) not null primary key,
    delegate       varchar(255),
    set_enabled    boolean not null,
    set_subject    text,
    set_text       text,
    set_html       text,
    set_from       timestamp(6) with time zone,
    set_until      timestamp(6) with time zone,
    before_enabled boolean not null,
    before_subject text,
    before_text    text,
    before_html    text,
    before_from    timestamp(6) with time zone,
    before_until   timestamp(6) with time zone
);
