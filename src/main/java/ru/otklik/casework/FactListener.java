package ru.otklik.casework;

/** Hears a fact inside the transaction that saves it. */
public interface FactListener {
    void on(long incident, Fact fact);
}
