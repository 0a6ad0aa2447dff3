-- Data sets that were generated or uploaded. The ids begin with the time, so that their order is that of the data sets.
create table dataset (
    id varchar(36) not null primary key,
    name varchar(200) not null,
    kind varchar(20) not null,
    row_count integer not null,
    features text not null, -- an array in JSON
    classes integer,
    class_names text not null, -- an array in JSON
    sha256 char(64) not null,
    bytes bigint not null,
    created_at timestamp(6) with time zone not null
);
create index dataset_by_file on dataset (sha256);
