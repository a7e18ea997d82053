package ru.otklik.casework;

/** Which networks the program itself can post an answer in. */
public interface Posting {
    boolean posts(String network);
}
