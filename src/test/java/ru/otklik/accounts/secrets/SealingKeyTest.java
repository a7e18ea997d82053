package ru.otklik.accounts.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SealingKeyTest {

    private final SealingKey key = SealingKey.random();

    @Test
    void what_is_sealed_opens_with_the_same_key_for_the_same_thing() throws Exception {
        var sealed = key.seal("токен", "account 1 token");
        var same = SealingKey.parse(key.base64());
        assertThat(same.id()).isEqualTo(key.id());
        assertThat(same.open(sealed, "account 1 token")).isEqualTo("токен");
        assertThat(new String(sealed.bytes())).doesNotContain("токен");
    }

    @Test
    void neither_another_key_nor_another_place_opens_it() {
        var sealed = key.seal("secret", "account 1 token");
        assertThatThrownBy(() -> SealingKey.random().open(sealed, "account 1 token"))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> key.open(sealed, "account 2 token")).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> key.open(sealed, "account 1 secret")).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_changed_bit_anywhere_is_noticed() {
        var sealed = key.seal("secret", "a");
        for (int i = 0; i < sealed.bytes().length; i++) {
            var changed = sealed.bytes().clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> key.open(new SealingKey.Sealed(sealed.keyId(), sealed.nonce(), changed), "a"))
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void the_same_secret_never_looks_the_same() {
        assertThat(key.seal("secret", "a").nonce())
                .isNotEqualTo(key.seal("secret", "a").nonce());
        assertThat(key.seal("secret", "a").bytes())
                .isNotEqualTo(key.seal("secret", "a").bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "короткий", "c2hvcnQ=", "!!!!"})
    void what_is_no_key_is_refused_without_being_repeated(String text) {
        assertThatThrownBy(() -> SealingKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .extracting(Throwable::getMessage)
                .isIn("not base64", "not 32 bytes");
    }

    @Test
    void nothing_shows_a_secret_in_its_text() {
        var typed = new NewSecrets(Map.of("token", "vk1.a.secret"), Set.of("reading"));
        assertThat(typed.toString()).isEqualTo("NewSecrets[given=[token], dropped=[reading]]");
        assertThat(typed.access("1", Map.of("reading", "old")).secrets()).isEqualTo(Map.of("token", "vk1.a.secret"));
        assertThat(key.toString()).doesNotContain(key.base64());
        assertThat(new SecretSettings(java.nio.file.Path.of("home"), key.base64()).toString())
                .doesNotContain(key.base64());
        assertThat(key.seal("secret", "a").toString()).isEqualTo("Sealed[keyId=" + key.id() + "]");
    }
}
