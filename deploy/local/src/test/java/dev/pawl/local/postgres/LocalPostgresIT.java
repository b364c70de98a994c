package dev.pawl.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.Ports;
import dev.pawl.local.stack.CacheDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {
    private final LocalPostgres database;
    private final Path data;
    private final Postmaster postmaster;
    private final Ports ports;

    LocalPostgresIT(@TempDir Path directory) throws IOException {
        LocalHome home = LocalHome.open(directory);
        database = new LocalPostgres(home, CacheDirectory.of(System.getenv()).resolve("postgres"));
        data = home.part("postgres").resolve("data");
        postmaster = new Postmaster(data);
        ports = Ports.choose(home.ports(), false);
    }

    @AfterEach
    void end() throws IOException {
        database.stop();
    }

    /** Not even before its first start is complete. */
    @Test
    void aNewServerTrustsNobodyWithoutAPassword() throws IOException {
        database.recover();
        database.start(ports);

        assertThat(Files.readAllLines(data.resolve("pg_hba.conf")))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
    }

    @Test
    void aKilledServerIsStartedAgainAtOnceByTheSameProcess() throws IOException {
        database.recover();
        database.start(ports);
        postmaster.process().orElseThrow().destroyForcibly();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !database.alive());

        database.recover();
        database.start(ports);

        assertThat(database.alive()).isTrue();
    }
}
