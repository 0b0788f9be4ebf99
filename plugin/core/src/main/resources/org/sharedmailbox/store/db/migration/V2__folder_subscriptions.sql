-- What a delegate chose, by SUBSCRIBE and UNSUBSCRIBE, against or beside the delegation's own
-- 'subscribe'. Rows are made for folders that exist only, and end with the delegation.
create table folder_subscription (
    owner      varchar(255) not null,
    delegate   varchar(255) not null,
    folder     varchar(200) not null,
    subscribed boolean      not null,
    primary key (owner, delegate, folder),
    foreign key (owner, delegate) references delegation (owner, delegate) on delete cascade
);

create index folder_subscription_by_delegate on folder_subscription (delegate);
create index folder_subscription_by_folder on folder_subscription (owner, folder);
