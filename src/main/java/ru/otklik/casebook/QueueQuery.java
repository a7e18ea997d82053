package ru.otklik.casebook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.otklik.regulation.Importance;

/** One page of a queue as SQL. Only the conditions that are asked for are in it, so that the index decides. */
final class QueueQuery {

    private static final String COLUMNS = """
            i.id, i.version, i.state, i.network, left(m.text, 240) as excerpt, m.author_name, i.topic, i.place,
            i.importance, i.lead, %s as due, %s as contributes, i.test, i.assessed, i.returns, i.interims,
            i.proposal::json #>> '{screening,screen}' as screen,
            (i.proposal::json #>> '{screening,share}')::float8 as screen_share, i.proposal::json #>> '{response,need}' as need
            """;

    private final Queue queue;
    private final Visibility visibility;
    private final Queues.Filter filter;
    private final Queues.@Nullable Cursor after;
    private final Map<String, Object> parameters = new HashMap<>();

    QueueQuery(Queue queue, Visibility visibility, Queues.Filter filter, Queues.@Nullable Cursor after, Instant now) {
        this.queue = queue;
        this.visibility = visibility;
        this.filter = filter;
        this.after = after;
        parameters.putAll(visibility.parameters());
        parameters.put("now", now.atOffset(ZoneOffset.UTC));
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    String sql() {
        String own = part(queue.due(), "false", "", queue.condition());
        if (!queue.hasContributions()) {
            return own;
        }
        String contributed = part(
                "c.due",
                "true",
                "join co_execution c on c.incident_id = i.id",
                "c.authority = :viewer and c.due is not null and i.state <> 'ANSWERED'");
        return "select * from ((%s) union all (%s)) q order by due, id limit :limit".formatted(own, contributed);
    }

    private String part(String due, String contributes, String join, String condition) {
        var sql = new StringBuilder("select ")
                .append(COLUMNS.formatted(due, contributes))
                .append("from incident i join message m on m.id = i.id ")
                .append(join)
                .append(" where ")
                .append(condition);
        if (!visibility.all() && !queue.hasContributions()) {
            and(sql, Visibility.CONDITION);
        }
        filter(sql, due);
        if (after != null) {
            and(sql, queue.isNewestFirst() ? "i.id < :afterId" : "(%s, i.id) > (:afterDue, :afterId)".formatted(due));
            parameters.put("afterId", after.id());
            parameters.put("afterDue", after.due() == null ? null : after.due().atOffset(ZoneOffset.UTC));
        }
        return sql.append(queue.isNewestFirst() ? " order by i.id desc" : " order by %s, i.id".formatted(due))
                .append(" limit :limit")
                .toString();
    }

    private void filter(StringBuilder sql, String due) {
        put(
                sql,
                "i.state = :state",
                "state",
                filter.state() == null ? null : filter.state().name());
        put(sql, "i.lead = :lead", "lead", filter.authority());
        String topic = filter.topic();
        boolean group = topic != null && topic.endsWith(".");
        put(sql, group ? "starts_with(i.topic, :topic)" : "i.topic = :topic", "topic", topic);
        put(sql, "i.test = :test", "test", filter.test());
        put(
                sql,
                "i.importance in (:importances)",
                "importances",
                filter.importance() == null
                        ? null
                        : EnumSet.range(filter.importance(), Importance.SIGNIFICANT).stream()
                                .map(Importance::name)
                                .toList());
        if (filter.late()) {
            and(sql, queue.hasContributions() ? due + " < :now" : queue.late());
        }
        String text = filter.text();
        put(sql, "m.text ilike :text", "text", text == null || text.isBlank() ? null : pattern(text.strip()));
    }

    private void put(StringBuilder sql, String condition, String name, @Nullable Object value) {
        if (value != null) {
            and(sql, condition);
            parameters.put(name, value);
        }
    }

    private static void and(StringBuilder sql, String condition) {
        sql.append(" and ").append(condition);
    }

    private static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
