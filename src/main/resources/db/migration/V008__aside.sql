-- What needs a person: an answer of which nobody knows whether it stands, and posts that could not be stored.

alter table outbox drop constraint outbox_state_check;
alter table outbox add constraint outbox_state_check
    check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN', 'UNKNOWN'));

-- Those that failed before this was told apart are looked for once more, and then a person is asked.
update outbox set state = 'UNCERTAIN', attempts = 2 where state = 'FAILED';

create table listening_aside (
    id       bigint generated always as identity primary key,
    network  text not null,
    body     text not null,
    error    text not null,
    tries    int not null,
    aside_at timestamptz not null
);
comment on table listening_aside is 'posts that were heard and could not be stored; a row goes when its post is stored';
