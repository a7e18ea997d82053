package ru.otklik.detection.text;

import java.util.List;
import java.util.Map;

/** How many people and how many days a message tells of. */
public final class Amounts {

    /** @param people how many stand behind one of the words: a house, a family */
    public record Counted(WordSet words, double people) {}

    private static final int COUNTED_WITHIN = 2;
    private static final int LONGEST_NUMBER = 6;

    private final List<Counted> counted;
    private final Map<String, Integer> numbers;
    private final Map<String, Integer> units;

    /**
     * @param numbers beginnings of the words for numbers
     * @param units forms of the words for time, in days
     */
    public Amounts(List<Counted> counted, Map<String, Integer> numbers, Map<String, Integer> units) {
        this.counted = counted;
        this.numbers = numbers;
        this.units = units;
    }

    /** «Шестой день», «4 дня», «две недели»: the most days that are told of. */
    public int days(List<Word> words) {
        int most = 0;
        for (int i = 1; i < words.size(); i++) {
            int unit = units.getOrDefault(words.get(i).plain(), 0);
            if (unit > 0) {
                most = Math.max(most, unit * number(words.get(i - 1).plain()));
            }
        }
        return most;
    }

    private int number(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return word.length() <= 2 && word.chars().allMatch(Character::isDigit) ? Integer.parseInt(word) : 0;
        }
        return numbers.entrySet().stream()
                .filter(n -> word.startsWith(n.getKey()))
                .mapToInt(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
    }

    /** «200 человек», «40 домов»: the most people that are told of. */
    public double people(List<Word> words) {
        double most = 0;
        for (int i = 0; i < words.size(); i++) {
            String number = words.get(i).plain();
            boolean counts = Character.isDigit(number.charAt(0))
                    && number.length() <= LONGEST_NUMBER
                    && number.chars().allMatch(Character::isDigit);
            if (!counts) {
                continue;
            }
            for (int j = i + 1; j <= i + COUNTED_WITHIN && j < words.size(); j++) {
                String unit = words.get(j).plain();
                for (Counted c : counted) {
                    most = c.words().has(unit) ? Math.max(most, Integer.parseInt(number) * c.people()) : most;
                }
            }
        }
        return most;
    }
}
