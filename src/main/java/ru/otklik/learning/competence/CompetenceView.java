package ru.otklik.learning.competence;

import java.util.List;
import java.util.Map;
import ru.otklik.detection.Gazetteer;
import ru.otklik.detection.Rubric;
import ru.otklik.directory.Authority;

/**
 * The page of competences.
 *
 * @param found how many lines the filter takes, on all pages
 * @param back the filter and the page as the end of an address, to come back to
 * @param previous address of the page before; empty: this is the first
 * @param next address of the page after; empty: this is the last
 */
public record CompetenceView(
        Choices choices,
        Filter filter,
        List<Line> lines,
        int found,
        String back,
        String previous,
        String next,
        String csv,
        List<Suggested> suggested,
        Typed typed,
        boolean mayChange) {

    /** Instead of the code of a territory: the whole region. */
    public static final String EVERYWHERE = "-";

    public record Choices(
            List<Rubric.Group> groups, List<Gazetteer.Territory> territories, List<Authority> authorities) {}

    /** @param topic code of a topic or of a group; a topic brings the lines of its whole group too; empty: any */
    public record Filter(String topic, String territory, String authority) {
        static Filter of(Map<String, String> fields) {
            return new Filter(word(fields, "topic"), word(fields, "territory"), word(fields, "authority"));
        }

        boolean takes(Line line) {
            return (topic.isEmpty() || near(line.subject()))
                    && (territory.isEmpty() || territory.equals(line.at()))
                    && (authority.isEmpty() || authority.equals(line.code()));
        }

        private boolean near(String subject) {
            return subject.equals(topic) || subject.startsWith(topic + ".") || topic.startsWith(subject + ".");
        }
    }

    /**
     * @param own the territory that the line itself names; empty: all the authority's territory
     * @param at where it counts: a code, or {@link #EVERYWHERE}
     */
    public record Line(
            int id,
            String code,
            String authority,
            boolean active,
            String subject,
            String topic,
            String own,
            String at,
            String where) {}

    /** A line that people's routing suggests; @param now whom the table names first, empty: nobody */
    public record Suggested(
            int id,
            String authority,
            String subject,
            String topic,
            String at,
            String where,
            String count,
            String now) {}

    /** A line as typed, by codes and the number of the authority; what is refused stays on the page. */
    public record Typed(String subject, String at, String of, String error) {
        static final Typed NOTHING = new Typed("", "", "", "");

        static Typed of(Map<String, String> fields) {
            return new Typed(word(fields, "subject"), word(fields, "at"), word(fields, "of"), "");
        }

        Typed refused(String sentence) {
            return new Typed(subject, at, of, sentence);
        }
    }

    static String word(Map<String, String> fields, String name) {
        String value = fields.getOrDefault(name, "");
        return value.indexOf('\0') >= 0 ? "" : value.strip();
    }
}
