-- The register of official accounts (clause 6), their sealed secrets, and what became of their tokens.

create table official_account (
    id              integer primary key generated always as identity,
    authority_id    smallint references authority,
    network         text not null check (network ~ '^[a-z]{2,20}$'),
    network_id      text not null check (network_id = btrim(network_id) and network_id <> '' and length(network_id) <= 200),
    name            text not null check (name = btrim(name) and name <> ''),
    link            text not null check (link ~ '^https?://'),
    owner_id        integer references person,
    owner_name      text not null default '',
    owner_position  text not null default '',
    two_factor      boolean not null,
    state_mark      boolean not null,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    closed_at       timestamptz,
    version         integer not null default 0,
    token_state     text not null default 'NONE' check (token_state in ('NONE', 'UNCHECKED', 'ALIVE', 'DEAD')),
    token_since     timestamptz not null,
    checked_at      timestamptz,
    next_check_at   timestamptz not null,
    last_error      text,
    last_error_kind text,
    secrets_version integer not null default 0,
    unique (network, network_id),
    constraint owner_is_known check (owner_id is not null and owner_name = '' and owner_position = ''
        or owner_id is null and owner_name <> '' and owner_position <> '')
);
comment on column official_account.authority_id is 'null: of the Government and the centre themselves';
comment on column official_account.network_id is 'the network''s own id, equal to message.author_id of what it writes';
comment on column official_account.changed_at is 'when the public list last differed because of it';
comment on column official_account.token_since is 'since when token_state is what it is';
comment on column official_account.secrets_version is 'grows with every change of the secrets: a check of older ones is not believed';

create table account_poster (
    account_id integer not null references official_account,
    person_id  integer not null references person,
    primary key (account_id, person_id)
);
comment on table account_poster is 'who may post; an account without rows: all its officers';

create table account_secret (
    account_id  integer not null references official_account,
    name        text not null,
    key_id      text not null,
    nonce       bytea not null check (octet_length(nonce) = 12),
    sealed      bytea not null,
    set_at      timestamptz not null,
    set_by      integer references person,
    set_by_name text not null,
    primary key (account_id, name)
);
comment on table account_secret is 'AES-GCM; the key lies outside the database; bound to its account and name';

create table account_event (
    id         bigint generated always as identity primary key,
    account_id integer not null references official_account,
    at         timestamptz not null,
    kind       text not null check (kind in ('DIED', 'REVIVED')),
    fault      text,
    sentence   text not null
);
create index account_event_of_account on account_event (account_id, id);
create trigger only_grows before update or delete or truncate on account_event
    for each statement execute function refuse_change();

alter table directory_change drop constraint directory_change_subject_check;
alter table directory_change add constraint directory_change_subject_check
    check (subject in ('AUTHORITY', 'PERSON', 'OVERSEER', 'DIRECTORY', 'CALENDAR', 'ACCOUNT'));
