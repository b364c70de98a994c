package dev.pawl.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.Ports;
import dev.pawl.local.stack.CacheDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {
    private final LocalPostgres database;
    private final Postmaster postmaster;
    private final Ports ports;

    LocalPostgresIT(@TempDir Path directory) throws IOException {
        LocalHome home = LocalHome.open(directory);
        database = new LocalPostgres(home, CacheDirectory.of(System.getenv()).resolve("postgres"));
        postmaster = new Postmaster(home.part("postgres").resolve("data"));
        ports = Ports.choose(home.ports(), false);
    }

    @AfterEach
    void end() throws IOException {
        database.stop();
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
