-- Messages, incidents, their terms and their journal.

create table message (
    id          bigint generated always as identity primary key,
    network     text not null check (length(network) between 1 and 40),
    thread      text not null check (length(thread) <= 300),
    external_id text not null check (length(external_id) between 1 and 300),
    url         text,
    author_name text,
    author_url  text,
    text        text not null,
    posted_at   timestamptz,
    attachments text[] not null default '{}',
    parent      text,
    received_at timestamptz not null,
    revisions   int not null default 0,
    unique (network, thread, external_id)
);

-- What the text was before each change; the newest text stands in message.
create table message_revision (
    message_id bigint not null references message,
    revision   int not null,
    text       text not null,
    seen_at    timestamptz not null,
    primary key (message_id, revision)
);

create table incident (
    id            bigint primary key references message, -- one incident a message, one number for both
    version       int not null,
    network       text not null,
    state         text not null check (state in
                  ('DETECTED', 'IN_WORK', 'AWAITING_APPROVAL', 'APPROVED', 'ANSWERED', 'EXCLUDED')),
    regulation    text not null,
    topic         text,
    place         text,
    importance    text not null check (importance in ('ORDINARY', 'ELEVATED', 'SIGNIFICANT')),
    assessed      boolean not null,
    test          boolean not null,
    detected_at   timestamptz not null,
    returns       int not null,
    returned_by   int[] not null,
    drafts        int not null,
    interims      int not null,
    lead          int,
    routed_at     timestamptz,
    rounds        int not null,
    remarked      boolean not null,
    co_executors  int not null,
    submitted     int,
    submitted_kind text check (submitted_kind in ('INTERIM', 'FINAL')),
    submitted_by  int,
    submitted_at  timestamptz,
    approved_by   int[] not null,
    ordered       boolean not null,
    ground        text,
    excluded_by   int,
    excluded_at   timestamptz,
    exclusion_confirmed_by int,
    repeat_of     bigint references incident,
    proposal      text,
    -- what burns first, for the queues; kept by the same statement that keeps the state
    centre_due    timestamptz,
    lead_due      timestamptz,
    journal_length int not null,
    journal_hash  bytea not null,
    check ((lead is null) = (state in ('DETECTED', 'EXCLUDED'))),
    check ((submitted is not null) = (state in ('AWAITING_APPROVAL', 'APPROVED')))
) with (fillfactor = 80);

create index incident_of_centre on incident (centre_due, id) where centre_due is not null;
create index incident_of_lead on incident (lead, lead_due, id) where lead_due is not null;

create table co_execution (
    incident_id  bigint not null references incident,
    authority    int not null,
    stage        text not null check (stage in ('ASKED', 'SENT', 'SENT_BACK', 'ACCEPTED')),
    contribution int not null,
    due          timestamptz,
    primary key (incident_id, authority)
);

create index co_execution_of_authority on co_execution (authority, due, incident_id);

create table contribution (
    incident_id bigint not null references incident,
    authority   int not null,
    number      int not null,
    nothing     boolean not null,
    text        text not null,
    by_person   int not null,
    at          timestamptz not null,
    primary key (incident_id, authority, number)
);

create table draft (
    incident_id bigint not null references incident,
    version     int not null,
    kind        text not null check (kind in ('INTERIM', 'FINAL')),
    text        text not null,
    by_person   int not null,
    at          timestamptz not null,
    primary key (incident_id, version)
);

create table obligation (
    id          bigint generated always as identity primary key,
    incident_id bigint not null references incident,
    term        text not null,
    clause      text not null,
    bearer      text not null check (bearer in ('CENTRE', 'LEAD', 'CO_EXECUTOR')),
    authority   int,
    co_executor int,
    is_right    boolean not null,
    opened_at   timestamptz not null,
    due_at      timestamptz not null,
    why         text not null,
    calendar    text not null,
    closed_at   timestamptz,
    met         boolean,
    late_seconds bigint,
    check ((closed_at is null) = (met is null))
);

create index obligation_of_incident on obligation (incident_id);
create index obligation_burning on obligation (due_at) where closed_at is null and not is_right;

create table journal (
    incident_id bigint not null references incident,
    number      int not null,
    at          timestamptz not null,
    person      int not null,
    person_name text not null,
    fact        text not null,
    body        text not null,
    hash        bytea not null,
    primary key (incident_id, number)
);

-- The record only grows.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Записи таблицы % не изменяются и не удаляются', tg_table_name;
end $$;

create trigger only_grows before update or delete or truncate on journal
    for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on draft
    for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on contribution
    for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on message_revision
    for each statement execute function refuse_change();

-- A term's due instant is written once.
create function refuse_new_due() returns trigger language plpgsql as $$
begin
    raise exception 'Срок % инцидента % записан один раз и не переносится', old.term, old.incident_id;
end $$;

create trigger due_once before update of due_at, opened_at, clause, why on obligation
    for each row when (old.due_at is distinct from new.due_at or old.opened_at is distinct from new.opened_at
        or old.clause is distinct from new.clause or old.why is distinct from new.why)
    execute function refuse_new_due();
