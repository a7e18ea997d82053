package ru.otklik.casebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.otklik.casebook.IncidentFile.Earlier;
import ru.otklik.casebook.IncidentFile.Message;
import ru.otklik.casework.Actor;
import ru.otklik.casework.State;

/** The file of one incident. */
@Service
public class IncidentFiles {

    /** So many messages of the same author stand beside. */
    private static final int EARLIER = 10;

    private record Head(
            long message,
            State state,
            @Nullable Long repeatOf,
            @Nullable String proposal,
            Message what) {}

    private final JdbcClient jdbc;
    private final FileRows rows;

    IncidentFiles(JdbcClient jdbc, FileRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Empty when there is none, and when the viewer may not see it. */
    @Transactional(readOnly = true)
    public Optional<IncidentFile> find(long id, Actor viewer) {
        return head(id, viewer)
                .map(h -> new IncidentFile(
                        id,
                        h.state(),
                        h.repeatOf(),
                        h.proposal(),
                        h.what(),
                        rows.terms(id),
                        rows.drafts(id),
                        rows.parts(id),
                        rows.contributions(id),
                        rows.journal(id),
                        earlier(id, viewer)));
    }

    private Optional<Head> head(long id, Actor viewer) {
        return jdbc.sql("""
                        select i.state, i.repeat_of, i.proposal, m.*
                          from incident i join message m on m.id = i.id
                         where i.id = :id and
                        """ + Visibility.CONDITION)
                .param("id", id)
                .params(Visibility.of(viewer).parameters())
                .query((row, n) -> new Head(
                        row.getLong("id"),
                        State.valueOf(row.getString("state")),
                        row.getObject("repeat_of", Long.class),
                        row.getString("proposal"),
                        message(row)))
                .optional();
    }

    private Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getString("network"),
                row.getString("thread"),
                row.getString("external_id"),
                row.getString("url"),
                row.getString("author_name"),
                row.getString("author_url"),
                row.getString("text"),
                FileRows.find(row, "posted_at"),
                FileRows.at(row, "received_at"),
                TextRows.texts(row, "attachments"),
                FileRows.find(row, "gone_at"),
                rows.revisions(row.getLong("id")));
    }

    /** By the author's address, which is one person's; a name alone may be anybody's. */
    private List<Earlier> earlier(long id, Actor viewer) {
        return jdbc.sql("""
                        with this as (
                            select i.id, i.repeat_of, m.network, m.author_url
                              from incident i join message m on m.id = i.id where i.id = :id)
                        select i.id, i.state, m.text, m.posted_at, i.id is not distinct from this.repeat_of as linked
                          from this
                          join message m on m.network = this.network and m.author_url = this.author_url
                          join incident i on i.id = m.id
                         where i.id < this.id and %1$s
                        union
                        select i.id, i.state, m.text, m.posted_at, true
                          from this join incident i on i.id = this.repeat_of join message m on m.id = i.id
                         where %1$s
                         order by id desc limit :limit
                        """.formatted(Visibility.CONDITION))
                .param("id", id)
                .param("limit", EARLIER)
                .params(Visibility.of(viewer).parameters())
                .query((row, n) -> new Earlier(
                        row.getLong("id"),
                        State.valueOf(row.getString("state")),
                        row.getString("text"),
                        FileRows.find(row, "posted_at"),
                        row.getBoolean("linked")))
                .list();
    }
}
