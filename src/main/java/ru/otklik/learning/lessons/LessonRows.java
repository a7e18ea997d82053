package ru.otklik.learning.lessons;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.Rubric;

/** The decided messages, for learning from; test messages are not. */
@Component
class LessonRows {

    private static final String DECIDED = """
             from decision d join incident i on i.id = d.incident_id join message m on m.id = i.id
            where not i.test and (d.authority is not null or d.ground is not null)
            """;

    private static final String RUDE = "d.ground in ('OBSCENE', 'INSULT', 'THREAT')";

    /** The rest waits in the database: there may be more than fits into memory. */
    private static final int PORTION = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FirstAssessment detection;

    LessonRows(JdbcClient jdbc, TransactionTemplate transaction, FirstAssessment detection) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.detection = detection;
    }

    /** Those decided since then. */
    int count(Instant since) {
        return jdbc.sql("select count(*)" + DECIDED + " and d.decided_at > :since")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Whether people excluded so many for their tone that there is something to learn. */
    boolean tellTone(int least) {
        return jdbc.sql("select count(*)" + DECIDED + " and " + RUDE)
                        .query(Integer.class)
                        .single()
                >= least;
    }

    /** @return how many messages were written */
    int write(CsvWriter csv) {
        int[] count = new int[1];
        // the database hands out portions only within a transaction
        transaction.executeWithoutResult(t -> each(r -> {
            csv.writeRecord(
                    r.getString("text"),
                    topic(r),
                    r.getString("authority"),
                    r.getString("toxic"),
                    r.getString("asks"),
                    r.getString("importance"));
            count[0]++;
        }));
        return count[0];
    }

    private void each(RowCallbackHandler row) {
        jdbc.sql("""
                        select m.text, case when d.ground is null then d.topic end as topic,
                               case when d.ground is null then (select title from authority where code = d.authority) end
                                   as authority,
                               case when d.ground is null then '1' when not %1$s then '0' end as asks,
                               coalesce(%1$s, false)::int as toxic,
                               case when d.ground is null then d.importance end as importance
                        """.formatted(RUDE) + DECIDED + " and m.text <> '' order by d.incident_id")
                .withFetchSize(PORTION)
                .query(row);
    }

    /** Its title: that is a text about it. */
    private @Nullable String topic(ResultSet r) throws SQLException {
        String code = r.getString("topic");
        return code == null
                ? null
                : detection.rubric().find(code).map(Rubric.Topic::title).orElse(code);
    }
}
