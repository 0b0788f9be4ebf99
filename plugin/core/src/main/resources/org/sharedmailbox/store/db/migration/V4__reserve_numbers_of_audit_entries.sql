-- Many delegations granted at once write as many entries; a reservation is a commit in H2.
alter table audit_entry alter column id set cache ${reservedNumbers};
