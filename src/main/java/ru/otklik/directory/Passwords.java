package ru.otklik.directory;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import ru.otklik.kernel.Refusal;

/** How passwords are made, judged and kept. */
@Component
class Passwords {

    static final int SHORTEST = 12;
    /** bcrypt looks no further. */
    private static final int LONGEST_BYTES = 72;
    /** No password has this hash; matching against it takes the usual time. */
    static final String NOBODY = "{bcrypt}$2a$10$qlPZC/.NJqgGCe8.Vrdm7OTl8L5jDT9JPHGSyMeMeCk77oWU7yWJC";
    /** Without the letters and digits that are taken for one another. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final SecureRandom random = new SecureRandom();

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    Optional<Refusal> objection(String password) {
        if (password.length() < SHORTEST) {
            return Optional.of(
                    new Refusal("short-password", "Пароль короче %d знаков. Придумайте длиннее.".formatted(SHORTEST)));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of(new Refusal(
                    "long-password", "Пароль слишком длинный: не больше 72 латинских или 36 русских знаков."));
        }
        return Optional.empty();
    }

    /** Sixteen letters in groups of four: 79 bits, easy to dictate. */
    String random() {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            result.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return result.toString();
    }
}
