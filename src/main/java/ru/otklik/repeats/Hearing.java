package ru.otklik.repeats;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what nobody compared yet, a portion at a time, and files it: all of the portion or nothing, once. */
@Component
class Hearing {

    private static final int PORTION = 200;

    private final TransactionTemplate transaction;
    private final SaidRows said;
    private final AnsweredRows answered;

    Hearing(TransactionTemplate transaction, SaidRows said, AnsweredRows answered) {
        this.transaction = transaction;
        this.said = said;
        this.answered = answered;
    }

    /** @return whether there was something to hear */
    boolean turn() {
        return Boolean.TRUE.equals(transaction.execute(t -> {
            List<Unheard> portion = said.claim(PORTION);
            said.file(portion);
            answered.file(portion.stream().filter(u -> u.answer() != null).toList());
            return !portion.isEmpty();
        }));
    }
}
