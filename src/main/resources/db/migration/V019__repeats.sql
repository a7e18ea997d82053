-- Was it said before: repeats, events, bursts, answers to start from (clauses 19, 25).

create table unheard (
    incident_id bigint primary key
);
comment on table unheard is 'incidents whose message is to be compared with the others; filled by those who write it';

create table sketch (
    fingerprint bigint primary key,
    mins        bytea not null,
    bands       int[] not null
);
comment on table sketch is 'a text by its smallest hashes; copies share one';
create index sketch_alike on sketch using gin (bands) with (fastupdate = off);

-- A million rows look small to the planner beside twenty bands: it is told to use the index.
create function alike(asked int[], most int) returns setof sketch language plpgsql stable
    set enable_seqscan to off as $$
begin
    return query select * from sketch s where s.bands && asked limit most;
end $$;

create table event (
    id        bigint generated always as identity primary key,
    topic     text,
    place     text,
    opened_at timestamptz not null,
    opened_by int not null
);
comment on table event is 'many messages on the same problem at the same place';

alter table incident add column event bigint references event;
create index incident_of_event on incident (event) where event is not null;

create table said (
    incident_id bigint primary key references incident,
    author      text,
    topic       text,
    place       text,
    at          timestamptz not null,
    timed       boolean not null,
    fingerprint bigint
);
comment on table said is 'what repeats are looked for by';
comment on column said.timed is 'the time is the network''s own: else it says nothing of a burst';
create index said_of_subject on said (topic, place, at) where topic is not null;
create index said_by_author on said (author, at) where author is not null;
create index said_so on said (fingerprint, incident_id) where fingerprint is not null;

create table answered (
    incident_id bigint primary key references incident,
    topic       text,
    words       tsvector not null,
    draft       int not null,
    answer      bytea not null,
    at          timestamptz not null
);
comment on column answered.words is 'of the message that was answered';
comment on column answered.answer is 'hash of the answer''s letters: the same text given again';
create index answered_of_topic on answered (topic, at desc);
create index answered_so on answered (answer);

create table common_answer (
    id        bigint generated always as identity primary key,
    event     bigint not null references event,
    authority int not null,
    text      text not null,
    by_person int not null,
    at        timestamptz not null
);
create index common_answer_of_event on common_answer (event);

create table common_answer_part (
    answer      bigint not null references common_answer,
    incident_id bigint not null references incident,
    draft       int not null,
    primary key (answer, incident_id)
);

create table burst (
    id           bigint generated always as identity primary key,
    topic        text not null,
    place        text not null,
    measure      text not null check (measure in ('HOURLY', 'DAILY')),
    began_at     timestamptz not null,
    last_at      timestamptz not null,
    count        int not null,
    usual        double precision not null,
    series       int[] not null,
    seen_by      int,
    seen_at      timestamptz,
    candidate_by int,
    candidate_at timestamptz,
    note         text
);
comment on column burst.candidate_at is 'since when a person thinks that the Governor must know (clause 25)';
create index burst_newest on burst (last_at);

-- Whatever is said or changes is to be heard, in the transaction that writes it.
create function tell_new() returns trigger language plpgsql as $$
begin
    insert into unheard select id from fresh;
    return null;
end $$;
create trigger tell_new after insert on incident referencing new table as fresh
    for each statement execute function tell_new();

create function tell_change() returns trigger language plpgsql as $$
begin
    insert into unheard values (new.id) on conflict do nothing;
    return null;
end $$;
create trigger tell_change after update of topic, place, finals on incident for each row
    when (old.topic is distinct from new.topic or old.place is distinct from new.place or old.finals <> new.finals)
    execute function tell_change();
create trigger tell_change after update of text on message for each row
    when (old.text <> new.text)
    execute function tell_change();

insert into unheard select id from incident;
