package dev.pawl.local.postgres;

import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.Ports;
import dev.pawl.local.home.SecretFile;
import dev.pawl.local.part.Part;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of this home: durable (fsync and synchronous commit on), on loopback, with a password that only the
 * owner of the home can read. A server left by a killed process is shut down in order before a new one starts.
 */
public final class LocalPostgres implements Part {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final Path binaries;
    private final Postmaster postmaster;
    private @Nullable EmbeddedPostgres server;

    /** @param binaries where the server's files are unpacked, once for all homes */
    public LocalPostgres(LocalHome home, Path binaries) throws IOException {
        this.directory = home.part("postgres");
        this.binaries = binaries;
        this.postmaster = new Postmaster(data());
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void recover() throws IOException {
        postmaster.end();
        forget();
        // Killed during the very first start: the data is empty and may be incomplete.
        if (Files.exists(data()) && !Files.exists(complete())) {
            FileUtils.deleteDirectory(data().toFile());
        }
    }

    @Override
    public void start(Ports ports) throws IOException {
        refuseRoot();
        Files.createDirectories(binaries);
        // Read, and created, even if another directory is given: it must not be one in the temporary directory.
        System.setProperty("ot.epg.working-dir", binaries.toString());
        String password = password();
        boolean first = !Files.exists(complete());
        EmbeddedPostgres started = builder(ports.database(), password).start();
        server = started;
        if (first) {
            firstStart(started, password);
        }
    }

    /** PostgreSQL refuses root; the embedded one works around that with a user namespace. */
    private void refuseRoot() throws IOException {
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid"));
        if (root && !LinuxUtils.isUnshareAvailable()) {
            throw new IOException("PostgreSQL does not run as root, and this system allows no user namespaces"
                    + " ('unshare -U' fails or is missing): run pawl as an ordinary user");
        }
    }

    /**
     * The server's process is found by its own file; this one locks the data, so that the next start would be refused.
     */
    private void forget() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private void firstStart(EmbeddedPostgres started, String password) throws IOException {
        try {
            FirstStart.create(started.getPostgresDatabase(Map.of("password", password)), password);
        } catch (SQLException e) {
            throw new IOException("cannot set up the database", e);
        }
        Files.createFile(complete());
    }

    private EmbeddedPostgres.Builder builder(int port, String password) {
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(
                directory.resolve("postgres.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data())
                .setOverrideWorkingDirectory(binaries.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setPort(port)
                .setConnectConfig("password", password)
                // For initdb, which appends these options: otherwise a new server would first trust everybody.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile().toString())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "localhost")
                // A socket in the shared temporary directory would be a second way in.
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "50")
                .setServerConfig("shared_buffers", "64MB")
                .setOutputRedirector(log)
                .setErrorRedirector(log);
    }

    @Override
    public boolean alive() {
        try {
            return postmaster.process().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() throws IOException {
        postmaster.end();
    }

    /** Password of the role and database {@code pawl}. */
    public String password() throws IOException {
        return SecretFile.read(passwordFile());
    }

    private Path passwordFile() {
        return directory.resolve("password");
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path complete() {
        return directory.resolve("complete");
    }
}
