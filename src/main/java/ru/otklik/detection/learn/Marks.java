package ru.otklik.detection.learn;

import java.util.List;
import ru.otklik.detection.text.Reading;

/** What lists of words find in a message, as names of what was found. */
public interface Marks {
    List<String> of(Reading reading);
}
