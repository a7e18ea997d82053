package ru.otklik.casebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** Each journal entry is hashed together with the hash before it: to change one is to break all that follow. */
record Chain(long incident, int length, byte[] hash) {

    static final byte[] START = new byte[32];

    Chain next(Instant at, int person, String personName, String fact, String body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(hash);
            String line = incident + "\n" + (length + 1) + "\n" + at.toEpochMilli() + "\n" + person + "\n" + personName
                    + "\n" + fact + "\n" + body;
            return new Chain(incident, length + 1, sha.digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
