-- Years of the production calendar that an administrator loaded or took back; the last row of a year counts.

create table calendar_load (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    person_id   integer references person,
    person_name text not null,
    year        integer not null check (year between 1993 and 2200),
    content     text check (length(content) <= 20000),
    source      text not null,
    version     text not null
);
comment on column calendar_load.person_id is 'null: the command line';
comment on column calendar_load.content is 'the year as YAML; null: taken back, the year is as the region''s files say';
comment on column calendar_load.source is 'name of the file it came from';
comment on column calendar_load.version is 'of the whole calendar after this';
create index calendar_load_of_year on calendar_load (year, id);

create trigger only_grows before update or delete or truncate on calendar_load
    for each statement execute function refuse_change();

alter table directory_change drop constraint directory_change_subject_check;
alter table directory_change add constraint directory_change_subject_check
    check (subject in ('AUTHORITY', 'PERSON', 'OVERSEER', 'DIRECTORY', 'CALENDAR'));
