package ru.otklik.intake;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** What a reader would see of a text that may be HTML. */
final class PlainText {

    /** «2 < 3» is not HTML: a name must follow the bracket at once, and the bracket must be closed. */
    private static final Pattern MARKUP =
            Pattern.compile("</?[a-zA-Z][^<>]*>|<!--|&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "tr",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "section",
            "article",
            "header",
            "footer");
    private static final Pattern EMPTY_LINES = Pattern.compile("[ \\t\\u00a0]*\\n(?:[ \\t\\u00a0]*\\n){2,}");

    /** Half of a character, as of an emoji that a program cut in two: no database keeps it, so it would come back changed. */
    static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private PlainText() {}

    static String of(String text) {
        String lines =
                HALF.matcher(text).replaceAll("\uFFFD").replace("\r\n", "\n").replace('\r', '\n');
        String plain = MARKUP.matcher(lines).find() ? withoutMarkup(lines) : lines;
        return EMPTY_LINES.matcher(plain).replaceAll("\n\n").strip();
    }

    private static String withoutMarkup(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select("script, style, template").remove();
        var seen = new StringBuilder(html.length());
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            seen.append(text.getWholeText());
                        } else if (node instanceof Element element
                                && element.normalName().equals("br")) {
                            seen.append('\n');
                        } else {
                            newLine(node);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        newLine(node);
                    }

                    private void newLine(Node node) {
                        boolean block = node instanceof Element element && BLOCKS.contains(element.normalName());
                        if (block && seen.length() > 0 && seen.charAt(seen.length() - 1) != '\n') {
                            seen.append('\n');
                        }
                    }
                },
                body);
        return seen.toString();
    }
}
