package ru.otklik.accounts.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.otklik.database.TestDatabase;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RotationTest {

    /** A process of the product, or of a command: the same database and home, nothing else in common. */
    private record Process(Keys keys, SecretRows rows, Secrets secrets, Rotation rotation, TransactionTemplate tx) {

        static Process at(Path home, String environment) {
            var keys = new Keys(new SecretSettings(home, environment));
            var rows = new SecretRows(JdbcClient.create(database));
            var secrets = new Secrets(rows, keys, Clock.systemUTC());
            var tx = new TransactionTemplate(new DataSourceTransactionManager(database));
            return new Process(keys, rows, secrets, new Rotation(rows, secrets, keys, tx), tx);
        }

        void put(int account, String name, String secret) {
            tx.executeWithoutResult(t -> secrets.put(account, new NewSecrets(Map.of(name, secret), Set.of()), null));
        }

        String code() {
            return rotation.rotate().fold(done -> "done", no -> no.code());
        }
    }

    private static DataSource database;

    @TempDir
    Path home;

    Process product;
    int one;
    int two;

    @BeforeAll
    static void a_database() {
        database = TestDatabase.fresh();
    }

    @BeforeEach
    void two_accounts_with_a_token_each() {
        var jdbc = JdbcClient.create(database);
        jdbc.sql("delete from account_secret").update();
        one = account(jdbc);
        two = account(jdbc);
        product = Process.at(home, "");
        product.put(one, "token", "первый");
        product.put(two, "token", "второй");
    }

    @Test
    void the_first_secret_makes_a_key_that_only_its_owner_reads() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets.key"))))
                .isEqualTo("rw-------");
        assertThat(lines()).isEqualTo(1);
        assertThat(home.resolve("secrets.key.new")).doesNotExist();
        everythingOpens(product);
    }

    @Test
    void a_rotation_seals_everything_anew_and_forgets_the_old_key() throws IOException {
        String before = Files.readString(home.resolve("secrets.key"));
        var said = Process.at(home, "").rotation().rotate().get();
        assertThat(said).contains("Зашифровано заново: 2");
        assertThat(lines()).isEqualTo(1);
        assertThat(Files.readString(home.resolve("secrets.key"))).isNotEqualTo(before);
        assertThat(said).doesNotContain(product.keys().list().get(0).base64());
        everythingOpens(product);
    }

    @Test
    void killed_before_the_transaction_both_keys_are_there_and_the_next_rotation_tidies_up() throws IOException {
        product.keys().renew();
        assertThat(lines()).isEqualTo(2);
        everythingOpens(Process.at(home, ""));
        assertThat(Process.at(home, "").code()).isEqualTo("done");
        assertThat(lines()).isEqualTo(1);
        everythingOpens(product);
    }

    @Test
    void killed_within_the_transaction_the_old_rows_and_a_new_one_can_be_read() throws IOException {
        var killed = Process.at(home, "");
        var key = killed.keys().renew();
        killed.tx().executeWithoutResult(t -> {
            killed.rotation().sealAll(key);
            t.setRollbackOnly();
        });
        product.put(one, "secret", "новый");
        assertThat(product.rows().keyIds()).hasSize(2);
        everythingOpens(Process.at(home, ""));
        assertThat(Process.at(home, "").code()).isEqualTo("done");
        assertThat(lines()).isEqualTo(1);
        assertThat(product.secrets().open(one)).containsEntry("secret", "новый");
    }

    @Test
    void killed_after_the_transaction_the_new_rows_can_be_read() throws IOException {
        var killed = Process.at(home, "");
        assertThat(killed.rotation().sealAll(killed.keys().renew())).isEqualTo(2);
        assertThat(lines()).isEqualTo(2);
        everythingOpens(product);
    }

    @Test
    void what_the_product_saves_and_reads_while_keys_are_rotated_is_never_lost() throws Exception {
        var stop = new AtomicBoolean();
        var work = CompletableFuture.runAsync(() -> {
            for (int i = 0; !stop.get() || i < 5; i++) {
                product.put(two, "secret", "номер " + i);
                assertThat(product.secrets().open(two)).containsEntry("secret", "номер " + i);
            }
        });
        for (int i = 0; i < 10; i++) {
            assertThat(Process.at(home, "").code()).isEqualTo("done");
        }
        stop.set(true);
        work.get();
        everythingOpens(product);
    }

    @Test
    void a_lost_key_is_a_sentence_and_a_token_can_be_set_anew() throws IOException {
        Files.delete(home.resolve("secrets.key"));
        assertThatThrownBy(() -> product.secrets().open(one))
                .isInstanceOf(SecretsUnreadable.class)
                .hasMessageContaining("верните файл из резервной копии");
        assertThat(product.secrets().trouble()).isPresent();
        assertThat(product.secrets().list(one))
                .singleElement()
                .satisfies(k -> assertThat(k.trouble()).contains("secrets.key"));
        assertThat(product.code()).as("the rest would be lost for ever").isEqualTo("secrets-unreadable");
        product.put(one, "token", "заново");
        assertThat(product.secrets().open(one)).containsEntry("token", "заново");
        product.put(two, "token", "и этот");
        assertThat(product.secrets().trouble()).isEmpty();
    }

    @Test
    void a_file_or_a_variable_that_holds_no_key_is_a_sentence() throws IOException {
        Files.writeString(home.resolve("secrets.key"), "испорчен");
        assertThatThrownBy(() -> product.secrets().open(one))
                .isInstanceOf(SecretsUnreadable.class)
                .hasMessageContaining("верните его из резервной копии");
        var wrong = Process.at(home, "не-ключ-а-пароль");
        assertThat(wrong.secrets().trouble())
                .hasValueSatisfying(
                        s -> assertThat(s).contains("OTKLIK_SECRETS_KEY").doesNotContain("пароль"));
        assertThat(wrong.code()).isEqualTo("secrets-unreadable");
    }

    @Test
    void a_secret_put_in_the_place_of_another_does_not_open() {
        JdbcClient.create(database).sql("""
                        update account_secret s set nonce = o.nonce, sealed = o.sealed from account_secret o
                         where s.account_id = :one and o.account_id = :two
                        """).param("one", one).param("two", two).update();
        assertThatThrownBy(() -> product.secrets().open(one))
                .isInstanceOf(SecretsUnreadable.class)
                .hasMessageContaining("подменён");
    }

    @Test
    void several_servers_move_to_the_key_of_their_variable_and_then_to_the_next() {
        var first = SealingKey.random();
        var next = SealingKey.random();
        assertThat(Process.at(home, first.base64()).code()).isEqualTo("done");
        everythingOpens(Process.at(Path.of("target"), first.base64()));
        assertThat(Process.at(home, first.base64()).code()).isEqualTo("nothing-to-rotate");
        assertThat(Process.at(home, next.base64() + "," + first.base64()).code())
                .isEqualTo("done");
        everythingOpens(Process.at(Path.of("target"), next.base64()));
    }

    private void everythingOpens(Process process) {
        assertThat(process.secrets().open(one)).containsEntry("token", "первый");
        assertThat(process.secrets().open(two)).containsEntry("token", "второй");
    }

    private long lines() throws IOException {
        try (var all = Files.lines(home.resolve("secrets.key"))) {
            return all.filter(l -> !l.startsWith("#")).count();
        }
    }

    private static int account(JdbcClient jdbc) {
        return jdbc.sql("""
                        insert into official_account (network, network_id, name, link, owner_name, owner_position,
                            two_factor, state_mark, created_at, changed_at, token_since, next_check_at)
                        values ('vk', gen_random_uuid()::text, 'имя', 'https://vk.com/x', 'имя', 'должность', true, true,
                                now(), now(), now(), now())
                        returning id
                        """).query(Integer.class).single();
    }
}
