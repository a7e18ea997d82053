package ru.otklik.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.otklik.detection.models.Models;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DetectCommandTest {

    private static final String[][] WORDS = {
        {"яма", "асфальт", "дорога"}, {"автобус", "маршрутка", "остановка"}, {"мусор", "свалка", "контейнер"}
    };
    private static final String[] TOPICS = {"Дороги", "Автобусы", "Мусор"};

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void what_was_trained_is_used_by_run_and_named_in_each_line() throws IOException {
        Path file = messages(120, true);
        assertThat(detect("train", "--file", file.toString(), "--map", "text=Текст,topic=Тема,authority=Кому"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Новая модель в работе: topics-1, тем 3");
        Path to = home.resolve("out.csv");
        assertThat(detect("run", "--file", file.toString(), "--map", "text=Текст", "--out", to.toString()))
                .isZero();
        List<String> lines = Files.readAllLines(to);
        assertThat(lines).hasSize(121);
        assertThat(lines.get(0)).startsWith("line,screen,needs_response,group,topic,topic2,topic3,p1,p2,p3,place");
        assertThat(lines.get(1)).contains("Дороги").endsWith(",\"examples, topics-1\"");
    }

    @Test
    void without_a_model_it_begins_with_what_was_written_for_the_rubric() throws IOException {
        Path file = home.resolve("in.csv");
        Files.writeString(file, "text\nколесо вместе с диском осталось в асфальте\n");
        Path to = home.resolve("out.csv");
        assertThat(detect("run", "--file", file.toString(), "--out", to.toString()))
                .isZero();
        assertThat(Files.readAllLines(to).get(1))
                .contains("Дороги,Ямы и выбоины")
                .endsWith(",examples");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Не всему есть обученная модель: учусь остальному на примерах региона");
        assertThat(home.resolve("models")).as("nothing is kept of it").doesNotExist();
    }

    @Test
    void codes_of_the_region_are_learned_as_the_titles_that_they_stand_for() throws IOException {
        Path file = home.resolve("codes.csv");
        var csv = new StringBuilder("text,topic,authority,needs_response,importance\n");
        for (int i = 0; i < 20; i++) {
            csv.append(
                    "глокая куздра %d,roads.potholes,roads-ministry,1,%s\n".formatted(i, i == 0 ? "significant" : ""));
            csv.append("бокрёнок кудрячит %d,roads.bridges,housing-ministry,1,%s\n"
                    .formatted(i, i == 0 ? "ordinary" : ""));
        }
        Files.writeString(file, csv);
        assertThat(detect("train", "--file", file.toString())).isZero();
        var model = new Models(home).topics().orElseThrow().model();
        assertThat(model.topics()).containsExactlyInAnyOrder("Ямы и выбоины", "Мосты и переправы");
        assertThat(new Models(home).versions(Models.Kind.RESPONSE))
                .as("all wait for an answer, so nothing is told apart")
                .isEmpty();
        assertThat(new Models(home).versions(Models.Kind.IMPORTANCE))
                .as("said of two messages alone")
                .isEmpty();
        assertThat(model.authorities()).allMatch(a -> a.contains("министерство"));
    }

    @Test
    void a_message_that_is_rather_rude_than_a_matter_is_proposed_for_exclusion() throws IOException {
        Path file = home.resolve("tone.csv");
        var csv = new StringBuilder("text,toxic\n");
        for (int i = 0; i < 60; i++) {
            csv.append("ну ты и куздра глокая %d,1\n".formatted(i));
            csv.append("согласен с автором в целом %d,0\n".formatted(i));
        }
        Files.writeString(file, csv);
        assertThat(detect("train", "--file", file.toString())).isZero();
        Files.writeString(file, "text\nну ты и куздра\nПрошу вывезти мусор со двора\nсогласен с автором\n");
        Path to = home.resolve("out.csv");
        assertThat(detect("run", "--file", file.toString(), "--out", to.toString()))
                .isZero();
        assertThat(Files.readAllLines(to).stream().skip(1).map(l -> l.split(",")[1]))
                .containsExactly("insult", "clean", "clean");
    }

    @Test
    void importance_is_learned_by_its_name_or_its_title() throws IOException {
        Path file = home.resolve("importance.csv");
        var csv = new StringBuilder("Текст,Важность\n");
        for (int i = 0; i < 20; i++) {
            csv.append("глокая куздра %d,общественно значимая\n".formatted(i));
            csv.append("бокрёнок кудрячит %d,Обычная\n".formatted(i));
            csv.append("варкалось %d,elevated\n".formatted(i));
            csv.append("мюмзики %d,не знаю\n".formatted(i));
        }
        Files.writeString(file, csv);
        assertThat(detect("train", "--file", file.toString(), "--map", "text=Текст,importance=Важность"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Важность, новая: ", "importance-1");
        assertThat(new Models(home).taught(Models.Kind.IMPORTANCE))
                .as("what is no importance says nothing")
                .hasSize(60);
        assertThat(new Models(home).topics()).isEmpty();
        Path to = home.resolve("out.csv");
        Files.writeString(file, "text\nглокая куздра\nбокрёнок кудрячит\nваркалось\n");
        assertThat(detect("run", "--file", file.toString(), "--out", to.toString()))
                .isZero();
        assertThat(Files.readAllLines(to).stream()
                        .skip(1)
                        .map(l -> l.replaceAll(".*,(ordinary|elevated|significant),.*", "$1")))
                .containsExactly("significant", "ordinary", "elevated");
    }

    @Test
    void eval_says_how_good_it_would_be() throws IOException {
        Path file = messages(100, true);
        assertThat(detect("eval", "--file", file.toString(), "--map", "text=Текст,topic=Тема", "--folds", "2"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Темы: точность ", "ECE", "сообщений 100");
        assertThat(home.resolve("models")).doesNotExist();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--file absent.csv                         | файла нет",
                "--file good.csv --map text=Слова          | нет столбца «слова». Укажите его: --map text=НАЗВАНИЕ. Есть столбцы: текст, тема",
                "--file good.csv --map text=Текст,authority=Кто | нет столбца «кто». Укажите его: --map authority=НАЗВАНИЕ",
                "--file good.csv --map words=Текст         | поля: text, topic",
                "--file good.csv --map text=Текст          | Учиться не на чем",
                "--file one.csv --map text=Текст,topic=Тема| Тема только одна",
                "--file few.csv --map text=Текст,topic=Тема| нужно хотя бы 10",
                "--file alike.csv                          | одна и та же категория важности",
                "--file empty.csv                          | ",
                "--file binary.csv                         | ",
                "                                          | Укажите файл"
            })
    void what_cannot_be_learned_from_is_told_and_nothing_is_replaced(String options, String said) throws IOException {
        Files.writeString(home.resolve("good.csv"), Files.readString(messages(30, true)));
        Files.writeString(home.resolve("one.csv"), "Текст,Тема\n" + "яма на дороге,Дороги\n".repeat(20));
        Files.writeString(home.resolve("few.csv"), "Текст,Тема\nяма,Дороги\nавтобус,Автобусы\n");
        Files.writeString(home.resolve("alike.csv"), "text,importance\n" + "яма,обычная\n".repeat(20));
        Files.writeString(home.resolve("empty.csv"), "");
        byte[] rubbish = new byte[4096];
        new Random(5).nextBytes(rubbish);
        Files.write(home.resolve("binary.csv"), rubbish);
        String[] words = options == null
                ? new String[0]
                : options.strip()
                        .replaceAll("--file (\\S+)", "--file " + home + "/$1")
                        .split(" +");
        assertThat(detect("train", words)).isNotZero();
        assertThat(err.toString(StandardCharsets.UTF_8).strip().toLowerCase(java.util.Locale.ROOT))
                .isNotEmpty()
                .contains(said == null ? "" : said.toLowerCase(java.util.Locale.ROOT));
        assertThat(home.resolve("models")).doesNotExist();
    }

    private int detect(String verb, String... arguments) {
        Command command = DetectCommand.all(home).stream()
                .filter(c -> c.name().equals("detect " + verb))
                .findFirst()
                .orElseThrow();
        return command.run(List.of(arguments), new PrintStream(out, true), new PrintStream(err, true));
    }

    /** @param told whether the topics are those of the words, or by chance */
    private Path messages(int count, boolean told) throws IOException {
        var random = new Random(3);
        var csv = new StringBuilder("Текст,Тема,Кому\n");
        for (int i = 0; i < count; i++) {
            int topic = i % 3;
            String[] words = WORDS[topic];
            int named = told ? topic : random.nextInt(3);
            csv.append("%s и %s дом %d,%s,%s\n"
                    .formatted(
                            words[random.nextInt(3)],
                            words[random.nextInt(3)],
                            i,
                            TOPICS[named],
                            named == 2 ? "минЖКХ" : "миндор"));
        }
        Path file = home.resolve((told ? "good" : "chance") + count + ".csv");
        Files.writeString(file, csv.toString());
        return file;
    }
}
