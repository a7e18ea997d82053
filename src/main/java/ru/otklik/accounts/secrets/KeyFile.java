package ru.otklik.accounts.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * {@code secrets.key}: a key a line, the first one seals. It is never half written: each change is a whole new file that
 * takes the place of the old one.
 */
final class KeyFile {

    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final Path home;

    KeyFile(Path home) {
        this.home = home;
    }

    Path path() {
        return home.resolve("secrets.key");
    }

    /** Empty when there is no file. */
    List<SealingKey> read() {
        try (var lines = Files.lines(path())) {
            return lines.map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                    .map(SealingKey::parse)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | RuntimeException e) {
            throw new SecretsUnreadable(
                    "Файл ключа %s не читается или испорчен: верните его из резервной копии.".formatted(path()), e);
        }
    }

    void write(List<SealingKey> keys) {
        try {
            var draft = home.resolve("secrets.key.new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            String text = keys.stream().map(SealingKey::base64).collect(Collectors.joining("\n", HEAD, "\n"));
            try (var file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(draft, path(), StandardCopyOption.ATOMIC_MOVE);
            syncDirectory();
        } catch (IOException e) {
            throw new SecretsUnreadable("Не удалось записать файл ключа %s.".formatted(path()), e);
        }
    }

    /** One at a time, on this machine: the product and a command may both want to make the first key. */
    <T> T alone(Supplier<T> work) {
        IN_THIS_PROCESS.lock();
        try (var channel = FileChannel.open(
                        home.resolve("secrets.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            return work.get();
        } catch (IOException e) {
            throw new SecretsUnreadable("Нельзя писать в папку данных %s.".formatted(home), e);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    /** The new name must outlive a power cut before anything is sealed with what it holds. */
    private void syncDirectory() throws IOException {
        try (var directory = FileChannel.open(home, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static final String HEAD = """
            # Ключ, которым зашифрованы токены официальных учётных записей. Без него они не читаются.
            # Храните копию отдельно от копии базы данных. Сменить: ./otklik secrets rotate
            """;
}
