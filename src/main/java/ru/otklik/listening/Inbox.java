package ru.otklik.listening;

import ru.otklik.casework.NewMessage;

/** Takes what was heard, inside the transaction that keeps how far the network was heard. */
public interface Inbox {
    void receive(NewMessage message);
}
