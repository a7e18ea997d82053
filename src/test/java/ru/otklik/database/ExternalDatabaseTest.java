package ru.otklik.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExternalDatabaseTest {

    private final PGSimpleDataSource there = (PGSimpleDataSource) TestDatabase.fresh();

    @Test
    void an_address_without_jdbc_is_understood() {
        var url = there.getUrl().replace("jdbc:", "").replaceFirst("\\?.*", "");
        assertThat(ExternalDatabase.at(url, there.getUser(), there.getPassword())
                        .getJdbcUrl())
                .startsWith("jdbc:postgresql://");
    }

    @Test
    void each_trouble_has_its_sentence() {
        assertRefused("mysql://x/y", "p", "OTKLIK_DB_URL");
        assertRefused("jdbc:postgresql://127.0.0.1:1/otklik", "p", "не отвечает");
        assertRefused(there.getUrl(), "wrong", "OTKLIK_DB_PASSWORD");
        assertRefused(
                there.getUrl().replaceFirst("/test\\d+", "/nowhere"),
                String.valueOf(there.getPassword()),
                "нет такой базы");
    }

    private void assertRefused(String url, String password, String words) {
        assertThatThrownBy(() -> ExternalDatabase.at(url, String.valueOf(there.getUser()), password))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(words);
    }
}
