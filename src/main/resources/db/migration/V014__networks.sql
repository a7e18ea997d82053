-- Networks: who wrote, what is gone, answers past the outbox, corrections; sources and the lanes they are heard by.

alter table message add column author_id text check (length(author_id) <= 300);
alter table message add column gone_at timestamptz;
comment on column message.gone_at is 'since when it does not stand in its network; the last text is kept';

alter table incident add column finals int not null default 0;
update incident set finals = 1 where state = 'ANSWERED';

create table hand_answer (
    incident_id bigint not null references incident,
    external_id text not null,
    url         text,
    text        text not null,
    at          timestamptz not null,
    settled     boolean not null default false,
    primary key (incident_id, external_id)
);
comment on table hand_answer is 'answers of official accounts past the outbox; settled: an answer was published since';

drop table listening_cursor;
drop table sandbox_post;
drop sequence sandbox_change;

create table lane (
    id         int primary key generated always as identity,
    network    text not null,
    key        text not null,
    cursor     text not null default '',
    turns      bigint not null default 0,
    next_at    timestamptz not null,
    claimed_at timestamptz,
    claimed_by uuid,
    failures   int not null default 0,
    heard      bigint not null default 0,
    heard_at   timestamptz,
    fault      text,
    error      text,
    failed_at  timestamptz,
    unique (network, key)
);
comment on table lane is 'what is heard with one cursor';
comment on column lane.turns is 'counts claims: who lost its claim moves nothing';
create index lane_due on lane (next_at);

create table source (
    id            int primary key generated always as identity,
    lane_id       int not null references lane,
    network       text not null,
    kind          text not null,
    place_id      text not null check (length(place_id) <= 1000),
    title         text not null check (title <> ''),
    url           text not null,
    account_id    int,
    every_seconds int not null check (every_seconds between 5 and 86400),
    most          int not null check (most between 10 and 5000),
    since         timestamptz not null,
    can           text[] not null,
    missing       text[] not null,
    hook          uuid not null unique default gen_random_uuid(),
    active        boolean not null default true,
    version       int not null default 0,
    unique (network, kind, place_id)
);
comment on column source.account_id is 'by whose token it is heard; null: by none';
comment on column source.since is 'what was written earlier is not taken';
comment on column source.hook is 'the secret part of the address that the network calls';
create index source_of_lane on source (lane_id);

-- A term is settled, never taken away.
create trigger never_goes before delete or truncate on obligation
    for each statement execute function refuse_change();

-- What became of an answer that was posted, and by whose account.

alter table outbox drop constraint outbox_state_check;
alter table outbox add constraint outbox_state_check check (state in
    ('WAITING', 'SENDING', 'SENT', 'SEEN', 'FAILED', 'UNCERTAIN', 'UNKNOWN', 'GONE'));
alter table outbox add column claimed_by uuid;
alter table outbox add column account_id int;
alter table outbox add column corrects text;
alter table outbox add column posted_at timestamptz;
alter table outbox add column looks int not null default 0;
alter table outbox add column look_at timestamptz;
comment on column outbox.corrects is 'external id of the answer of ours that this one replaces';
comment on column outbox.look_at is 'when it is looked at again: at once, after an hour, after a day';
create index outbox_to_look on outbox (look_at) where look_at is not null;
