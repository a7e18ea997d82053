package ru.otklik.web;

import java.util.List;

/** Lines that a module adds to the greeting on the console when the product is up: the sign-ins of a demo, say. */
public interface Greeting {

    List<String> lines();
}
