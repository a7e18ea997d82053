package ru.otklik.pictures.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.otklik.kernel.Outcome;
import ru.otklik.kernel.Refusal;
import ru.otklik.pictures.Files;
import ru.otklik.pictures.cleaning.Cleaning.Clean;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CleaningTest {

    private static final Set<FileKind> BROUGHT = EnumSet.of(FileKind.JPEG, FileKind.PNG);
    private final Cleaning cleaning = new Cleaning();

    @Test
    void where_a_photo_was_taken_and_all_else_that_hides_in_it_is_gone() throws Exception {
        byte[] photo = Files.photo(60, 40, 1);
        Metadata before = metadata(photo);
        for (var hidden :
                Set.of(GpsDirectory.class, XmpDirectory.class, IptcDirectory.class, JpegCommentDirectory.class)) {
            assertThat(before.containsDirectoryOfType(hidden))
                    .as("the test's own photo: " + hidden)
                    .isTrue();
        }
        assertThat(before.getFirstDirectoryOfType(GpsDirectory.class).getRationalArray(GpsDirectory.TAG_LATITUDE))
                .hasSize(3);
        Clean clean = clean(photo);
        assertThat(clean.type()).isEqualTo("image/jpeg");
        for (byte[] file : Set.of(clean.content(), clean.thumbnail())) {
            Metadata after = metadata(file);
            assertThat(after.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
            for (var hidden :
                    Set.of(GpsDirectory.class, XmpDirectory.class, IptcDirectory.class, JpegCommentDirectory.class)) {
                assertThat(after.containsDirectoryOfType(hidden))
                        .as("" + hidden)
                        .isFalse();
            }
            assertThat(text(file)).doesNotContain("SECRET", "Exif");
        }
    }

    /** Of a picture with its red half on the left: how wide it is when it is seen right, and where the red is. */
    @ParameterizedTest
    @CsvSource({
        "1, 60, LEFT",
        "2, 60, RIGHT",
        "3, 60, RIGHT",
        "4, 60, LEFT",
        "5, 40, TOP",
        "6, 40, TOP",
        "7, 40, BOTTOM",
        "8, 40, BOTTOM"
    })
    void a_photo_is_turned_as_the_camera_was_held(int orientation, int width, String red) throws Exception {
        BufferedImage seen = image(clean(Files.photo(60, 40, orientation)).content());
        assertThat(seen.getWidth()).isEqualTo(width);
        assertThat(seen.getHeight()).isEqualTo(100 - width);
        int x = red.equals("LEFT") ? 5 : red.equals("RIGHT") ? width - 5 : width / 2;
        int y = red.equals("TOP") ? 5 : red.equals("BOTTOM") ? seen.getHeight() - 5 : seen.getHeight() / 2;
        var there = new Color(seen.getRGB(x, y));
        var across = new Color(seen.getRGB(width - 1 - x, seen.getHeight() - 1 - y));
        assertThat(there.getRed()).isGreaterThan(200);
        assertThat(across.getBlue()).as("unless both are the middle").isGreaterThan(200);
    }

    @Test
    void texts_of_a_png_are_gone_and_its_points_stay() throws Exception {
        byte[] png = Files.pngWithTexts(30, 20, 1000);
        assertThat(metadata(png).getDirectoriesOfType(PngDirectory.class).toString())
                .contains("tEXt");
        assertThat(text(png)).contains("SECRET-TEXT");
        Clean clean = clean(png);
        assertThat(clean.type()).isEqualTo("image/png");
        assertThat(text(clean.content())).doesNotContain("SECRET", "tEXt", "zTXt");
        assertThat(image(clean.content()).getRGB(3, 3)).isEqualTo(Color.RED.getRGB());
    }

    /** Some decoders unpack it before they come to the picture. */
    @Test
    void a_packed_comment_does_not_get_to_the_decoder() throws Exception {
        byte[] png = Files.paletteWithTexts(30, 20, 10_000_000);
        assertThat(text(png)).contains("zTXt", "PLTE");
        assertThat(text(PngChunks.bare(png))).contains("PLTE").doesNotContain("zTXt", "tEXt");
        assertThat(clean(png).width()).isEqualTo(30);
    }

    @Test
    void a_bomb_is_refused_by_its_head() {
        assertThat(refusal(Files.bomb(30_000, 30_000)).sentence())
                .isEqualTo("Картинка слишком велика: 30000 × 30000 точек. Уменьшите её.");
    }

    @Test
    void what_only_calls_itself_a_picture_is_refused() {
        for (byte[] file : new byte[][] {
            Files.image("gif", 10, 10),
            "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
            new byte[0]
        }) {
            assertThat(refusal(file).sentence()).contains("не картинка JPEG или PNG");
        }
        assertThat(cleaning.clean(Files.image("gif", 10, 10), EnumSet.allOf(FileKind.class))
                        .get()
                        .type())
                .isEqualTo("image/png");
    }

    @Test
    void what_is_too_large_or_drawn_out_is_refused_and_what_is_long_is_made_smaller() {
        assertThat(refusal(new byte[Cleaning.LARGEST + 1]).sentence()).contains("больше 8 МБ");
        assertThat(refusal(Files.image("png", 2100, 100)).sentence()).contains("слишком вытянута");
        Clean long_ = clean(Files.image("jpg", 6000, 3000));
        assertThat(long_.width()).isEqualTo(2560);
        assertThat(long_.height()).isEqualTo(1280);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void a_broken_file_is_a_picture_or_a_refusal_and_never_a_fault(String format) {
        long seed = 20261128;
        var random = new Random(seed);
        byte[] whole = format.equals("jpg") ? Files.photo(60, 40, 6) : Files.pngWithTexts(30, 20, 100);
        for (int i = 0; i < 300; i++) {
            byte[] broken = Arrays.copyOf(whole, i % 3 == 0 ? 4 + random.nextInt(whole.length - 4) : whole.length);
            for (int n = 0; n < 5; n++) {
                broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt(256);
            }
            var outcome = cleaning.clean(broken, BROUGHT);
            String text = outcome.fold(clean -> text(clean.content()), no -> no.sentence());
            assertThat(text).as("seed %d, case %d", seed, i).isNotEmpty().doesNotContain("SECRET");
        }
        assertThat(refusal(Arrays.copyOf(whole, 40)).sentence())
                .isEqualTo("Файл испорчен: картинку из него не прочитать.");
    }

    private Clean clean(byte[] file) {
        return cleaning.clean(file, BROUGHT).get();
    }

    private Refusal refusal(byte[] file) {
        Outcome<Clean> outcome = cleaning.clean(file, BROUGHT);
        return outcome.fold(
                clean -> {
                    throw new AssertionError("taken");
                },
                no -> no);
    }

    private static Metadata metadata(byte[] file) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
    }

    private static BufferedImage image(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
