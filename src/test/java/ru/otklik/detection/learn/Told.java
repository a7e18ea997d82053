package ru.otklik.detection.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Messages of a made-up town: four topics in two groups, two authorities, and rude ones. */
public final class Told {

    private static final String[][] WORDS = {
        {"ямы", "яма", "асфальт", "дорога", "выбоины", "колесо", "ремонт дороги"},
        {"автобус", "маршрутка", "расписание", "остановка", "водитель", "рейс"},
        {"мусор", "свалка", "контейнер", "вывоз мусора", "баки", "отходы"},
        {"отопление", "батареи", "холодно", "котельная", "тепло", "горячая вода"}
    };
    private static final String[] TOPICS = {"Ямы на дорогах", "Автобусы", "Вывоз мусора", "Отопление"};
    private static final String[] PLACES = {"в Заречье", "на Садовой", "у школы", "в нашем доме", "возле рынка"};
    private static final String[] ENDS = {"Примите меры!", "Когда это кончится?", "Просим помочь.", "Сколько ждать"};

    private Told() {}

    /** The same for the same seed. */
    static List<Example> messages(int count, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<Example>();
        for (int i = 0; i < count; i++) {
            int topic = random.nextInt(TOPICS.length);
            String text = "%s, %s %s %s"
                    .formatted(
                            any(WORDS[topic], random),
                            any(WORDS[topic], random),
                            any(PLACES, random),
                            any(ENDS, random));
            all.add(new Example(
                    text, TOPICS[topic], topic < 2 ? "Дороги" : "Дом", topic < 2 ? "миндор" : "минЖКХ", null));
        }
        return all;
    }

    /** Half of them rude. */
    static List<Example> tones(int count, long seed) {
        var random = new Random(seed);
        String[] rude = {"дурак", "идиоты", "сволочи", "тупицы", "заткнись"};
        var all = new ArrayList<Example>();
        for (Example e : messages(count, seed)) {
            boolean toxic = random.nextBoolean();
            all.add(new Example(toxic ? any(rude, random) + " " + e.text() : e.text(), null, null, null, toxic));
        }
        return all;
    }

    private static String any(String[] of, Random random) {
        return of[random.nextInt(of.length)];
    }
}
