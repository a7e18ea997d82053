package ru.otklik.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/**
 * Who uses a home. The lock is the operating system's, so that a killed process holds nothing; beside it a card tells
 * others who holds it and where the server listens. The card is a separate file: on Linux a process that opens and
 * closes its own lock file loses the lock.
 */
final class HomeLock implements AutoCloseable {

    static final String RUN = "run";
    static final String COMMAND = "command";
    private static final String STOPPING = "stopping";

    /** What the card says; {@code port} is 0 until the server answers. */
    record Owner(String kind, long pid, int port) {
        boolean runs() {
            return kind.equals(RUN);
        }
    }

    private final Path home;
    private final String kind;
    private final FileChannel channel;

    private HomeLock(Path home, String kind, FileChannel channel) {
        this.home = home;
        this.kind = kind;
        this.channel = channel;
    }

    static Optional<HomeLock> take(Path home, String kind) {
        try {
            Files.createDirectories(home);
            var channel =
                    FileChannel.open(home.resolve("otklik.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                return Optional.empty();
            }
            var lock = new HomeLock(home, kind, channel);
            lock.write(kind, 0);
            return Optional.of(lock);
        } catch (IOException e) {
            throw new StartRefused("Нельзя писать в папку данных " + home + ": " + e.getMessage(), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    static Owner owner(Path home) {
        var card = new Properties();
        try {
            card.load(new StringReader(Files.readString(card(home))));
        } catch (IOException e) {
            return new Owner(STOPPING, 0, 0);
        }
        return new Owner(
                card.getProperty("kind", STOPPING),
                Long.parseLong(card.getProperty("pid", "0")),
                Integer.parseInt(card.getProperty("port", "0")));
    }

    void tell(int port) {
        write(kind, port);
    }

    void tellStopping() {
        write(STOPPING, 0);
    }

    private void write(String kind, int port) {
        try {
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var draft = home.resolve("otklik.server.new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, mine);
            Files.writeString(
                    draft, "kind=" + kind + "\npid=" + ProcessHandle.current().pid() + "\nport=" + port + "\n");
            Files.move(draft, card(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path card(Path home) {
        return home.resolve("otklik.server");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(card(home));
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
