-- Trainings: what was asked for, how far it has come, and whose it is at the moment.
create table training (
    id varchar(36) not null primary key,
    number bigint generated always as identity,
    name varchar(200),
    state varchar(12) not null,
    -- as it was sent, and with nothing left to a default
    request text not null,
    effective text not null,
    idempotency_key varchar(255) unique,
    request_sha256 varchar(64) not null,
    -- the file of its examples, which outlives the data set's own row
    data_sha256 varchar(64) not null,
    created_at timestamp with time zone default current_timestamp not null,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    run_millis bigint default 0 not null,
    step bigint default 0 not null,
    steps bigint not null,
    epoch integer default 0 not null,
    epochs integer not null,
    cost double precision,
    accuracy double precision,
    validation_cost double precision,
    validation_accuracy double precision,
    attempt integer default 0 not null,
    -- the lease: grows with every claim, so that who lost it can write no more
    fence bigint default 0 not null,
    owner varchar(64),
    lease_until timestamp with time zone,
    -- the last checkpoint: its model, and the file of all else that the next step depends on
    model varchar(36),
    resume_sha256 varchar(64),
    failure_kind varchar(20),
    failure_detail varchar(1000),
    failure_step bigint,
    events bigint default 0 not null,
    version bigint default 0 not null
);
create index training_by_state on training (state, number);
create index training_by_number on training (number);

create table training_checkpoint (
    training varchar(36) not null references training (id) on delete cascade,
    step bigint not null,
    model varchar(36) not null,
    sha256 varchar(64) not null,
    created_at timestamp with time zone default current_timestamp not null,
    primary key (training, step)
);

-- What can be watched, in the order in which it happened; metrics are many steps in one row.
create table training_event (
    training varchar(36) not null references training (id) on delete cascade,
    number bigint not null,
    kind varchar(12) not null,
    created_at timestamp with time zone default current_timestamp not null,
    first_step bigint not null,
    last_step bigint not null,
    code varchar(40),
    text varchar(1000),
    payload bytea,
    primary key (training, number)
);
