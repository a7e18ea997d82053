package ru.otklik.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.intake.table.Table;
import ru.otklik.kernel.Outcome;
import ru.otklik.region.Region;
import ru.otklik.worktime.OutsideCalendar;

/**
 * Takes a file of messages. The whole file is read before the first row is stored; a crash in the middle is made good by
 * the same import again, as what is stored is known.
 */
@Service
public class Importing {

    private final Receiving receiving;
    private final TransactionTemplate transaction;
    private final ZoneId zone;

    Importing(Receiving receiving, TransactionTemplate transaction, Region region) {
        this.receiving = receiving;
        this.transaction = transaction;
        this.zone = region.workingTime().zone();
    }

    /**
     * @param said {@code text → Текст сообщения}: the field and the title of its column, where it does not explain itself
     * @param network what network the messages are from; null: {@code import}
     * @param progress hears how many rows are done
     * @return refused when the file is unusable as a whole: then nothing was stored; or when the calendar ends, and the
     *     same file is brought again when its year is loaded
     */
    public Outcome<ImportResult> run(
            Path file, Map<String, String> said, @Nullable String network, IntConsumer progress) {
        try {
            return MessageFile.open(file, said).map(whole -> {
                var rows = new MessageRows(whole.columns(), zone, network);
                var batches = new Batches(rows, receiving, transaction, progress);
                whole.each(batches);
                return batches.finish();
            });
        } catch (Table.Unusable e) {
            return Outcome.refused("unusable-file", e.sentence());
        } catch (OutsideCalendar e) {
            return Outcome.refused("outside-calendar", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Outcome.refused(
                    "unreadable-file",
                    Files.exists(file)
                            ? "Файл не удалось прочитать: %s.".formatted(file)
                            : "Файла нет: %s.".formatted(file));
        }
    }
}
