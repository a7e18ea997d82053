package ru.otklik.intake.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockMultipartFile;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UploadsTest {

    @TempDir
    Path home;

    @Test
    void what_people_send_lies_in_the_home_and_what_a_kill_left_of_it_goes_at_the_next_start() throws IOException {
        Path kept = uploads(true)
                .keep(new MockMultipartFile("file", "яма.csv", null, "text\nяма".getBytes(StandardCharsets.UTF_8)));
        assertThat(kept).hasContent("text\nяма");
        assertThat(kept.getParent()).isEqualTo(home.resolve("uploads"));
        uploads(false);
        assertThat(kept).as("a command beside the product").exists();
        uploads(true);
        assertThat(kept).doesNotExist();
    }

    private Uploads uploads(boolean product) {
        return new Uploads(new MockEnvironment()
                .withProperty("otklik.home", home.toString())
                .withProperty("otklik.background", Boolean.toString(product)));
    }
}
