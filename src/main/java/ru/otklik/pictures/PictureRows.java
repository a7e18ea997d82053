package ru.otklik.pictures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.otklik.pictures.cleaning.Cleaning;

/** The table {@code picture}, and {@code incident_picture}, by which one is seen. */
@Repository
class PictureRows {

    private final JdbcClient jdbc;

    PictureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Picture add(Cleaning.Clean clean, Instant now) {
        jdbc.sql("""
                        insert into picture (sha256, type, width, height, content, thumbnail, added_at)
                        values (encode(sha256(:content), 'hex'), :type, :width, :height, :content, :thumbnail, :now)
                        on conflict (sha256) do nothing""")
                .param("type", clean.type())
                .param("width", clean.width())
                .param("height", clean.height())
                .param("content", clean.content())
                .param("thumbnail", clean.thumbnail())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                        select sha256, type, width, height, length(content) as size from picture
                         where sha256 = encode(sha256(:content), 'hex')""")
                .param("content", clean.content())
                .query(PictureRows::picture)
                .single();
    }

    void bring(long incident, String hash, int person, Instant now) {
        jdbc.sql("""
                        insert into incident_picture (incident_id, sha256, by_person, added_at)
                        values (:incident, :hash, :person, :now) on conflict do nothing""")
                .param("incident", incident)
                .param("hash", hash)
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All of an incident, the earliest first. */
    List<Picture> list(long incident) {
        return jdbc.sql("""
                        select p.sha256, p.type, p.width, p.height, length(p.content) as size
                          from incident_picture i join picture p using (sha256)
                         where i.incident_id = :incident order by i.added_at, p.sha256""")
                .param("incident", incident)
                .query(PictureRows::picture)
                .list();
    }

    Optional<Pictures.Content> content(long incident, String hash, boolean thumbnail) {
        return jdbc.sql("""
                        select case when :small then 'image/jpeg' else p.type end as type,
                               case when :small then p.thumbnail else p.content end as content
                          from incident_picture i join picture p using (sha256)
                         where i.incident_id = :incident and i.sha256 = :hash""")
                .param("small", thumbnail)
                .param("incident", incident)
                .param("hash", hash)
                .query((row, n) -> new Pictures.Content(row.getString("type"), row.getBytes("content")))
                .optional();
    }

    private static Picture picture(ResultSet row, int n) throws SQLException {
        return new Picture(
                row.getString("sha256"),
                row.getString("type"),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("size"));
    }
}
