-- The data directory that this database belongs to: one row, without a name until the first start.
create table volume (
    only_one smallint default 1 not null primary key,
    id varchar(36),
    constraint volume_is_one check (only_one = 1)
);
insert into volume (only_one) values (1);
