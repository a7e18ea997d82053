package ru.otklik.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.intake.table.Table;

/** Stores rows by the hundred: one commit for each would cost more than all the rest. */
final class Batches implements Consumer<Table.Row> {

    private static final int SIZE = 100;

    private final MessageRows rows;
    private final Receiving receiving;
    private final TransactionTemplate transaction;
    private final IntConsumer progress;
    private final List<Table.Row> batch = new ArrayList<>();
    private final List<ImportResult.Skipped> skipped = new ArrayList<>();
    private int created;
    private int known;
    private int revised;

    Batches(MessageRows rows, Receiving receiving, TransactionTemplate transaction, IntConsumer progress) {
        this.rows = rows;
        this.receiving = receiving;
        this.transaction = transaction;
        this.progress = progress;
    }

    @Override
    public void accept(Table.Row row) {
        if (row.broken() != null) {
            skipped.add(new ImportResult.Skipped(row.line(), row.broken()));
            return;
        }
        batch.add(row);
        if (batch.size() == SIZE) {
            store();
        }
    }

    ImportResult finish() {
        store();
        skipped.sort(Comparator.comparingInt(ImportResult.Skipped::line));
        return new ImportResult(created, known, revised, List.copyOf(skipped));
    }

    private void store() {
        transaction.executeWithoutResult(status -> batch.forEach(this::store));
        batch.clear();
        progress.accept(created + known + revised + skipped.size());
    }

    private void store(Table.Row row) {
        receiving
                .receive(rows.message(row.cells()))
                .fold(
                        received -> switch (received.kind()) {
                            case CREATED -> ++created;
                            case KNOWN -> ++known;
                            case REVISED -> ++revised;
                        },
                        no -> {
                            skipped.add(new ImportResult.Skipped(row.line(), no.sentence()));
                            return 0;
                        });
    }
}
