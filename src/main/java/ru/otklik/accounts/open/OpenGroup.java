package ru.otklik.accounts.open;

import java.util.List;

/** Accounts of one authority. */
public record OpenGroup(String authority, List<Line> accounts) {

    /** @param mark the network shows «Госорганизация» beside it */
    public record Line(String network, String networkTitle, String name, String link, boolean mark) {}
}
