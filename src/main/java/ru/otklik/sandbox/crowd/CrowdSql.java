package ru.otklik.sandbox.crowd;

/** One statement for each thing that a crowd does. */
final class CrowdSql {

    /** Of one random number for each message; the same seed says the same words. */
    private static final String TEXT = """
            (:openings::text[])[1 + (h & 1023) % cardinality(:openings::text[])] || ' '
            || (:problems::text[])[1 + (h >> 10 & 1023) % cardinality(:problems::text[])] || ' '
            || (:places::text[])[1 + (h >> 20 & 1023) % cardinality(:places::text[])] || '. '
            || (:details::text[])[1 + (h >> 30 & 1023) % cardinality(:details::text[])] || ' '
            || (:endings::text[])[1 + (h >> 40 & 1023) % cardinality(:endings::text[])]""";

    static final String GENERATE = """
            with turn as (
                insert into sandbox_vk_wall as w values (:owner, :all, :posts)
                on conflict (owner_id) do update set last_id = w.last_id + :all, posts = w.posts + :posts
                returning last_id - :all as base),
            n as (
                select p, c, base + p * (:each + 1) + 1 as post, base + p * (:each + 1) + 1 + c as id,
                    hashtextextended(p || ':' || c, :seed) & 9223372036854775807 as h
                from turn, generate_series(0, :posts - 1) p, generate_series(0, :each) c)
            insert into sandbox_vk_message (owner_id, id, kind, post_id, thread_id, reply_to, from_id, author, citizen,
                text, at, comments, first_level)
            select :owner, id, case when c = 0 then 'POST' else 'COMMENT' end, post,
                case when c > 0 and c % 3 = 0 then id - 1 end, case when c > 0 and c % 3 = 0 then id - 1 end,
                2000000000 + h % 100000, (:names::text[])[1 + h % cardinality(:names::text[])], 'crowd',
                TEXT,
                :now::timestamptz - make_interval(secs => :spread * (:posts - 1 - p) / :posts),
                case when c = 0 then :each when c % 3 = 2 and c < :each then 1 else 0 end,
                case when c = 0 then :each - :each / 3 else 0 end
            from n""".replace("TEXT", TEXT);

    static final String DELETE = """
            with deleted as (
                update sandbox_vk_message set deleted_at = :now
                where citizen = 'crowd' and kind = 'COMMENT' and deleted_at is null and comments = 0
                  and (hashtextextended(owner_id || ':' || id, :seed) & 1048575) < :share * 1048576
                returning owner_id, id, post_id, thread_id),
            counted as (
                update sandbox_vk_message m set comments = m.comments - b.n, first_level = m.first_level - b.first
                from (
                    select owner_id, post_id as id, count(*) as n, count(*) filter (where thread_id is null) as first
                    from deleted group by 1, 2
                    union all
                    select owner_id, thread_id, count(*), 0 from deleted where thread_id is not null group by 1, 2) b
                where m.owner_id = b.owner_id and m.id = b.id)
            select owner_id as owner, id, post_id as post, '' as sha256 from deleted order by 1, 2""";

    static final String EDIT = """
            update sandbox_vk_message set edited_at = :now,
                text = text || ' Дополнение ' || (hashtextextended(id::text, :seed) & 65535) || ': всё ещё не сделано.'
            where citizen = 'crowd' and kind in ('POST', 'COMMENT') and deleted_at is null
              and (hashtextextended(owner_id || ':' || id, :seed + 1) & 1048575) < :share * 1048576
            returning owner_id as owner, id, post_id as post,
                encode(sha256(convert_to(text, 'UTF8')), 'hex') as sha256""";

    private CrowdSql() {}
}
