-- Rights to mail become letters of RFC 4314, in the order lrswikxtea, folder by folder.

-- What a delegation gives in the whole mailbox; null if it gives nothing there. A delegation of the
-- whole mailbox stays one row.
alter table delegation add column letters varchar(10);

update delegation set letters = case
        when may_read_and_manage and may_manage_members then 'lrswikxtea'
        when may_read_and_manage then 'lrswikxte'
        when may_read and may_manage_members then 'lra'
        when may_read then 'lr'
        when may_manage_members then 'la'
    end
    where all_folders;

-- What it gives in single folders. They are known by James's mailbox id ('INBOX' is every mailbox's
-- INBOX): the name may have changed, and is kept for people to read.
create table delegation_entry (
    owner       varchar(255) not null,
    delegate    varchar(255) not null,
    position    integer      not null,
    folder_id   varchar(64)  not null,
    folder_name varchar(200) not null,
    subfolders  boolean      not null,
    letters     varchar(10)  not null,
    primary key (owner, delegate, folder_id, subfolders),
    foreign key (owner, delegate) references delegation (owner, delegate) on delete cascade
);

create index delegation_entry_by_folder on delegation_entry (owner, folder_id);

-- Entries of earlier versions, which knew folders by their names. They give nothing until they are
-- bound, when James starts, to the folders that have those names then.
alter table delegation_folder rename to unbound_entry;
alter table unbound_entry add column letters varchar(10);

update unbound_entry set letters = (select case
        when d.may_read_and_manage and d.may_manage_members then 'lrswikxtea'
        when d.may_read_and_manage then 'lrswikxte'
        when d.may_read and d.may_manage_members then 'lra'
        when d.may_read then 'lr'
        when d.may_manage_members then 'la'
    end
    from delegation d where d.owner = unbound_entry.owner and d.delegate = unbound_entry.delegate);

-- Folders of rights to send, which apply to none.
delete from unbound_entry where letters is null;

-- INBOX is known by what it is, and needs no binding.
insert into delegation_entry (owner, delegate, position, folder_id, folder_name, subfolders, letters)
    select owner, delegate, position, 'INBOX', 'INBOX', true, letters from unbound_entry
    where folder = 'INBOX';
delete from unbound_entry where folder = 'INBOX';

alter table delegation drop constraint some_right;
alter table delegation drop column may_read;
alter table delegation drop column may_read_and_manage;
alter table delegation drop column may_manage_members;
alter table delegation drop column all_folders;
