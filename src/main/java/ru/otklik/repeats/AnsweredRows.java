package ru.otklik.repeats;

import static ru.otklik.repeats.Columns.each;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.otklik.casebook.Visibility;
import ru.otklik.repeats.SimilarAnswers.Similar;

/** Messages with their published final answers, to be found by the words of the message. */
@Component
class AnsweredRows {

    /** An older answer of a busy topic is no example any more, and a question costs no more than this. */
    private static final int LOOKED_AT = 2_000;

    private final JdbcTemplate arrays;
    private final JdbcClient jdbc;

    AnsweredRows(JdbcTemplate arrays, JdbcClient jdbc) {
        this.arrays = arrays;
        this.jdbc = jdbc;
    }

    void file(List<Unheard> all) {
        if (all.isEmpty()) {
            return;
        }
        arrays.update(
                """
                insert into answered (incident_id, topic, words, draft, answer, at)
                select i, topic, to_tsvector('russian', words), draft, answer, at
                  from unnest(?::bigint[], ?::text[], ?::text[], ?::int[], ?::bytea[], ?::timestamptz[])
                    as a (i, topic, words, draft, answer, at)
                on conflict (incident_id) do update
                   set topic = excluded.topic, words = excluded.words, draft = excluded.draft, answer = excluded.answer,
                       at = excluded.at
                """,
                each(all, Long[]::new, Unheard::incident),
                each(all, String[]::new, Unheard::topic),
                each(all, String[]::new, u -> AnswerWords.all(u.text())),
                each(all, Integer[]::new, u -> answer(u).draft()),
                each(all, byte[][]::new, u -> AnswerWords.letters(answer(u).text())),
                each(all, String[]::new, u -> answer(u).at().toString()));
    }

    /** Published answers to messages in nearly these words, each text once, the nearest first. */
    List<Similar> similar(String text, String topic, long except, Visibility visible, int most) {
        String words = AnswerWords.anyOf(text);
        if (words.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        with newest as (select * from answered where topic = :topic order by at desc limit :looked),
                        near as (
                            select a.*, ts_rank(a.words, q, 1) as rank
                              from newest a, to_tsquery('russian', :words) q
                             where a.words @@ q and a.incident_id <> :except
                               and exists (select from incident i where i.id = a.incident_id and %s)
                             order by rank desc limit 50),
                        each as (select distinct on (answer) * from near order by answer, rank desc)
                        select each.incident_id, each.at, m.text as message, d.text,
                               (select count(*) from answered o where o.answer = each.answer) as times
                          from each
                          join message m on m.id = each.incident_id
                          join draft d on d.incident_id = each.incident_id and d.version = each.draft
                         order by each.rank desc limit :most
                        """.formatted(Visibility.CONDITION))
                .param("words", words)
                .param("topic", topic)
                .param("looked", LOOKED_AT)
                .param("except", except)
                .param("most", most)
                .params(visible.parameters())
                .query((row, n) -> new Similar(
                        row.getLong("incident_id"),
                        row.getString("message"),
                        row.getString("text"),
                        Unheard.at(row, "at"),
                        row.getInt("times")))
                .list();
    }

    Optional<String> text(long incident, Visibility visible) {
        return jdbc.sql("""
                        select d.text from answered a
                          join draft d on d.incident_id = a.incident_id and d.version = a.draft
                          join incident i on i.id = a.incident_id
                         where a.incident_id = :id and
                        """ + Visibility.CONDITION)
                .param("id", incident)
                .params(visible.parameters())
                .query(String.class)
                .optional();
    }

    private static Unheard.Answer answer(Unheard u) {
        return Objects.requireNonNull(u.answer());
    }
}
