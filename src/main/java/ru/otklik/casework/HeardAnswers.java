package ru.otklik.casework;

/** Takes what an account of ours wrote under a message: what the program posted itself, or a person by hand. */
public interface HeardAnswers {
    void heard(long incident, NewMessage answer);
}
