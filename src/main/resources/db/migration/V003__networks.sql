-- The sandbox network, where each network was heard to, and the outbox of answers.

create sequence sandbox_change;

create table sandbox_post (
    id       bigint generated always as identity primary key,
    thread   bigint not null references sandbox_post,
    parent   bigint references sandbox_post,
    -- who wrote it, as the browser's session knows; null: an official account
    citizen  text,
    author   text not null,
    text     text not null,
    at       timestamptz not null,
    edited_at timestamptz,
    official boolean not null,
    key      text unique,
    -- grows with every new post and every edit; what a listener's cursor is
    change   bigint not null unique,
    check (official = (citizen is null)),
    check ((parent is null) = (thread = id))
);

create index sandbox_post_of_thread on sandbox_post (thread, id);

create table listening_cursor (
    network text primary key,
    cursor  text not null
);

create table outbox (
    id          bigint generated always as identity primary key,
    incident_id bigint not null,
    draft       int not null,
    -- by what the network knows the answer
    key         uuid not null unique default gen_random_uuid(),
    state       text not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN')),
    attempts    int not null default 0,
    ordered_at  timestamptz not null,
    claimed_at  timestamptz,
    next_try_at timestamptz not null,
    url         text,
    external_id text,
    last_error  text,
    unique (incident_id, draft),
    foreign key (incident_id, draft) references draft
);

create index outbox_open on outbox (next_try_at) where state in ('WAITING', 'SENDING', 'UNCERTAIN');
