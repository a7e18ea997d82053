package ru.otklik;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import ru.otklik.database.StartRefused;

/** The directory where everything that the product writes lies. Looked at first: even the log is in it. */
final class HomeDirectory {

    private HomeDirectory() {}

    static Path path() {
        var given = System.getenv("OTKLIK_HOME");
        return Path.of(given == null || given.isBlank() ? "data" : given)
                .toAbsolutePath()
                .normalize();
    }

    static void prepare() {
        var home = path();
        try {
            if (!Files.isDirectory(home)) {
                if (home.getParent() != null) {
                    Files.createDirectories(home.getParent());
                }
                // personal data: nobody else's business
                Files.createDirectory(
                        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.delete(Files.createTempFile(home, "otklik", ".try"));
        } catch (IOException e) {
            throw new StartRefused(
                    "Нельзя писать в папку данных " + home
                            + ": дайте на неё права этому пользователю или задайте другую в OTKLIK_HOME.",
                    e);
        }
        System.setProperty("otklik.home", home.toString());
    }
}
