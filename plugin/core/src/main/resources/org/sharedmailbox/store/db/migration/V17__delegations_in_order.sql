-- Lists and exports are in the order of octets, which that of the primary key differs from where the
-- database has another collation. H2 as we use it has none: there the primary key is in that order.
${notInH2} create index delegation_in_order on delegation (owner collate "C", delegate collate "C");
