-- Since when, and by which administrator, a delegation is suspended; null if it is not. Its terms stay.
alter table delegation add column suspended_at timestamp(6) with time zone;
alter table delegation add column suspended_by varchar(255);
alter table delegation add constraint suspended_by_somebody
    check ((suspended_at is null) = (suspended_by is null));

-- Whether the audit log says that it has ended: once, however many servers look.
alter table delegation add column expiry_recorded boolean default false not null;

create index delegation_by_end on delegation (not_after);
