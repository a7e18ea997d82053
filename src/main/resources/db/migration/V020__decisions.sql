-- What the program proposed and what people decided: to measure the proposals, and to learn from.

create table decision (
    incident_id          bigint primary key references incident,
    decided_at           timestamptz not null,
    waited_seconds       int not null, -- working time of the centre since the message was detected
    model                text,
    proposed_topics      text[] not null,
    topic                text,
    proposed_place       text,
    place                text,
    proposed_importance  text,
    importance           text not null,
    proposed_authorities text[] not null,
    authority            text,
    proposed_screen      text,
    ground               text -- why it was excluded; null: it was not
);

create index decision_by_time on decision (decided_at);
