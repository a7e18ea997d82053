package ru.otklik.casework;

/** Hears a fact inside the transaction that saves it: what must happen in the same breath happens here. */
public interface FactListener {
    void on(long incident, Fact fact);

    /** The message with which an incident has just begun. */
    default void begun(long incident, NewMessage message) {}
}
