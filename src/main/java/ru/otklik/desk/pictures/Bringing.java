package ru.otklik.desk.pictures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import ru.otklik.casework.Action;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Incident;
import ru.otklik.casework.World;
import ru.otklik.pictures.Pictures;
import ru.otklik.publication.PictureRules;
import ru.otklik.publication.Ways;

/** Files that a person brings beside a draft: each that is good is kept, whatever the others are. */
@Component
public class Bringing {

    private static final int LONGEST_NAME = 60;

    private final Pictures pictures;
    private final Ways ways;
    private final World world;

    Bringing(Pictures pictures, Ways ways, World world) {
        this.pictures = pictures;
        this.ways = ways;
        this.world = world;
    }

    /** @param chosen hashes of those that are beside the draft already */
    public Album bring(Incident incident, Actor by, List<String> chosen, List<MultipartFile> files) {
        if (files.stream().allMatch(MultipartFile::isEmpty)) {
            return new Album(incident.head().id(), NOTHING, chosen);
        }
        var no = Action.SAVE_DRAFT.objection(incident, by, world);
        if (no.isPresent() || !(incident instanceof Incident.InWork at)) {
            String why = no.map(r -> r.sentence()).orElse("Сейчас картинки не прилагаются.");
            return new Album(incident.head().id(), NOTHING, chosen, List.of(why));
        }
        PictureRules rules = ways.pictures(at.head(), at.work().lead());
        var hashes = new LinkedHashSet<>(chosen);
        var errors = new ArrayList<String>();
        for (MultipartFile file : files) {
            if (!file.isEmpty()) {
                String error = hashes.size() >= rules.most()
                        ? rules.sentence()
                        : brought(at.head().id(), by, file, hashes);
                if (error != null) {
                    errors.add("«%s» не приложена. %s".formatted(name(file), error));
                }
            }
        }
        return new Album(at.head().id(), rules, List.copyOf(hashes), errors);
    }

    private static final PictureRules NOTHING = new PictureRules(0, false, List.of(), "");

    private @Nullable String brought(long incident, Actor by, MultipartFile file, LinkedHashSet<String> hashes) {
        try {
            return pictures.bring(incident, file.getBytes(), by.person())
                    .fold(
                            picture -> {
                                hashes.add(picture.hash());
                                return null;
                            },
                            refused -> refused.sentence());
        } catch (IOException cutOff) {
            return "Файл не загрузился до конца. Приложите его снова.";
        }
    }

    private static String name(MultipartFile file) {
        String name = String.valueOf(file.getOriginalFilename());
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }
}
