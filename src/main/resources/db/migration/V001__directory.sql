-- Authorities, people and who oversees whom (clauses 3, 4, 5, 8, 23).

create table deputy_chair (
    id       smallint primary key generated always as identity,
    name     text not null check (name = btrim(name) and name <> ''),
    position text not null check (position = btrim(position) and position <> '')
);

create table authority (
    id              smallint primary key generated always as identity,
    code            text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
    title           text not null check (title = btrim(title) and title <> ''),
    short_title     text not null check (short_title = btrim(short_title) and short_title <> ''),
    kind            text not null check (kind in ('executive', 'municipality')),
    territory       text check (territory <> ''),
    working_hours   text check (working_hours = btrim(working_hours) and working_hours <> ''),
    regulation      text check (regulation <> ''),
    active          boolean not null default true,
    deputy_chair_id smallint references deputy_chair
);
comment on column authority.working_hours is 'its own hours instead of the region''s: пн-пт 09:00-13:00 14:00-18:00';
comment on column authority.regulation is 'key of its own regulation instead of the region''s (decree, point 4)';
comment on column authority.deputy_chair_id is 'who oversees it and hears of its shortcomings (clause 23)';

create table competence (
    authority_id smallint not null references authority on delete cascade,
    subject      text not null check (subject <> ''),
    territory    text check (territory <> ''),
    unique nulls not distinct (authority_id, subject, territory)
);
comment on column competence.subject is 'code of a topic or of a group of topics';

create table person (
    id                  integer primary key generated always as identity,
    login               text not null unique check (login ~ '^[a-z0-9][a-z0-9._@-]{1,62}$'),
    name                text not null check (name = btrim(name) and name <> ''),
    position            text not null check (position = btrim(position) and position <> ''),
    password_hash       text not null check (password_hash like '{%}%'),
    password_changed_at timestamptz not null,
    authority_id        smallint references authority,
    roles               text[] not null check (cardinality(roles) > 0),
    active              boolean not null default true,
    demo                boolean not null default false,
    created_at          timestamptz not null,
    -- those who answer belong to an authority; the centre and the Government belong to none
    constraint person_roles_fit_the_place check (
        case when authority_id is null
            then roles <@ array['OPERATOR', 'APPROVER', 'CONTROLLER', 'ADMINISTRATOR']
            else roles <@ array['EXECUTOR', 'DEPUTY_HEAD']
        end)
);
create index person_by_authority on person (authority_id) where authority_id is not null;
comment on column person.demo is 'signs in with the public demo password, and only while the demo is on';

create table api_token (
    id           integer primary key generated always as identity,
    person_id    integer not null references person,
    token_sha256 bytea not null unique check (octet_length(token_sha256) = 32),
    name         text not null check (name = btrim(name) and name <> ''),
    created_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index api_token_by_person on api_token (person_id);
