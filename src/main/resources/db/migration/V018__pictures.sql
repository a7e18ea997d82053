-- Pictures: of drafts, and those that citizens hung on what they wrote.

create table picture (
    sha256    text primary key check (sha256 = encode(sha256(content), 'hex')),
    type      text not null check (type in ('image/jpeg', 'image/png')),
    width     int not null,
    height    int not null,
    content   bytea not null,
    thumbnail bytea not null,
    added_at  timestamptz not null
);
comment on table picture is 'cleaned of everything but the picture itself; called by the hash of its content';
alter table picture alter column content set storage external; -- it is compressed already

create table incident_picture (
    incident_id bigint not null references incident,
    sha256      text not null references picture,
    by_person   int not null,
    added_at    timestamptz not null,
    primary key (incident_id, sha256)
);
comment on table incident_picture is 'who sees the incident sees the picture; by_person 0: it came from the network';

create trigger only_grows before update or delete or truncate on picture
    for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on incident_picture
    for each statement execute function refuse_change();

alter table draft add column pictures text[] not null default '{}';
comment on column draft.pictures is 'hashes, in the order in which they are published';

create table attachment (
    id          bigint generated always as identity primary key,
    message_id  bigint not null references message,
    link        text not null,
    source      text not null,
    state       text not null default 'WAITING' check (state in ('WAITING', 'HERE', 'LOST')),
    tries       int not null default 0,
    next_try_at timestamptz not null,
    sha256      text references picture,
    error       text,
    unique (message_id, link),
    check ((state = 'HERE') = (sha256 is not null))
);
comment on column attachment.link is 'where a person sees it';
comment on column attachment.source is 'where the picture lies: an address, or a name that its network knows';
create index attachment_waiting on attachment (next_try_at) where state = 'WAITING';
