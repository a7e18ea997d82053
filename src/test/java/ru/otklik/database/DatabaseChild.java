package ru.otklik.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that uses a home, to be killed by a test. */
final class DatabaseChild implements AutoCloseable {

    private final Process process;

    private DatabaseChild(Process process) {
        this.process = process;
    }

    public static void main(String[] args) throws InterruptedException {
        EmbeddedDatabase.open(Path.of(args[0]), false);
        System.out.println("ready");
        Thread.currentThread().join();
    }

    static DatabaseChild start(Path home) throws IOException {
        return new DatabaseChild(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseChild.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start());
    }

    static DatabaseChild ready(Path home) throws IOException {
        var child = start(home);
        var said = new BufferedReader(new InputStreamReader(child.process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals("ready")) {
                return child;
            }
        }
        throw new IllegalStateException("The child ended before it was ready");
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
