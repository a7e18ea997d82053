-- Who changed what of the directory, and two forms of one record at a time.

alter table authority add column version integer not null default 0;
alter table person add column version integer not null default 0;
alter table person add column left_at timestamptz;
comment on column person.left_at is 'last time the person was turned off: sessions and tokens older than this are over';

create table directory_change (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    person_id    integer references person,
    person_name  text not null,
    subject      text not null check (subject in ('AUTHORITY', 'PERSON', 'OVERSEER', 'DIRECTORY')),
    subject_id   integer not null,
    subject_name text not null,
    act          text not null,
    before       text not null,
    after        text not null
);
comment on column directory_change.person_id is 'null: the program itself or its command line';
create index directory_change_of_person on directory_change (person_id, id);
create index directory_change_of_subject on directory_change (subject, subject_id, id);

create trigger only_grows before update or delete or truncate on directory_change
    for each statement execute function refuse_change();
