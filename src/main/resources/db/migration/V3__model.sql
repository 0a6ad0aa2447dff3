-- Models that trainings made, and those that were uploaded. Their parameters are files on the data volume.
create table model (
    id varchar(36) not null primary key,
    number bigint generated always as identity,
    name varchar(200),
    training varchar(36), -- null of one that was uploaded
    step bigint not null,
    network text not null, -- an object in JSON
    number_format varchar(10) not null,
    standardization text, -- an object in JSON
    sha256 char(64) not null,
    bytes bigint not null,
    created_at timestamp(6) with time zone not null
);
create unique index model_by_number on model (number);
create index model_by_training on model (training, number);
create index model_by_file on model (sha256);
