-- The demo's networks: what stands on walls and in topics of VK, in a channel and a group of Telegram.

-- A writer holds its wall's row until it commits, so ids become visible in their own order.
create table sandbox_vk_wall (
    owner_id bigint primary key,
    last_id  bigint not null,
    posts    int    not null
);

create table sandbox_vk_message (
    owner_id    bigint not null,
    id          bigint not null,
    kind        text   not null check (kind in ('POST', 'COMMENT', 'TOPIC', 'TOPIC_COMMENT')),
    -- the post or the topic that it belongs to; its own id: it is one
    post_id     bigint not null,
    -- the comment under which it stands; null: on the first level
    thread_id   bigint,
    reply_to    bigint,
    from_id     bigint not null,
    author      text   not null,
    -- who wrote it, as the browser's session knows; null: a community or a made-up crowd
    citizen     text,
    text        text   not null,
    attachments text   not null default '',
    at          timestamptz not null,
    edited_at   timestamptz,
    deleted_at  timestamptz,
    -- alive below it: all of them, and those on the first level
    comments    int not null default 0,
    first_level int not null default 0,
    guid        text,
    primary key (owner_id, id)
);

create unique index sandbox_vk_message_guid on sandbox_vk_message (owner_id, from_id, guid) where guid is not null;
create index sandbox_vk_message_wall on sandbox_vk_message (owner_id, kind, id) where kind in ('POST', 'TOPIC');
create index sandbox_vk_message_comments on sandbox_vk_message (owner_id, post_id, id)
    where kind in ('COMMENT', 'TOPIC_COMMENT') and thread_id is null;
create index sandbox_vk_message_thread on sandbox_vk_message (owner_id, thread_id, id) where thread_id is not null;
create index sandbox_vk_message_official on sandbox_vk_message (owner_id, post_id) where from_id < 0;
create index sandbox_vk_message_news on sandbox_vk_message (at, owner_id, id) where kind = 'POST';

create table sandbox_telegram_chat (
    chat_id bigint primary key,
    last_id bigint not null
);

create table sandbox_telegram_message (
    chat_id     bigint not null,
    id          bigint not null,
    -- under which automatic forward it stands
    thread_id   bigint,
    reply_to    bigint,
    from_id     bigint not null,
    author      text   not null,
    citizen     text,
    text        text   not null,
    photo       text,
    album       text,
    -- of an automatic forward: the message of the channel
    forwarded   bigint,
    at          timestamptz not null,
    edited_at   timestamptz,
    deleted_at  timestamptz,
    primary key (chat_id, id)
);

create index sandbox_telegram_message_reply on sandbox_telegram_message (chat_id, reply_to) where reply_to is not null;

create table sandbox_telegram_bot (
    id          bigint primary key,
    last_update bigint not null,
    allowed     text   not null default '',
    url         text   not null default '',
    secret      text   not null default '',
    failed_at   timestamptz,
    failure     text
);

create table sandbox_telegram_update (
    id   bigint primary key,
    kind text not null,
    body text not null,
    at   timestamptz not null
);

create table sandbox_photo (
    id      bigint generated always as identity primary key,
    network text   not null,
    type    text   not null,
    size    bigint not null,
    width   int    not null,
    height  int    not null,
    -- of the newest ones only
    content bytea,
    at      timestamptz not null
);
