package dev.pawl.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LocalHomeTest {
    @TempDir
    private Path directory;

    private LocalHome home;

    @BeforeEach
    void open() throws IOException {
        home = LocalHome.open(directory.resolve("a new").resolve("höme"));
    }

    @Test
    void onlyItsOwnerCanEnterAHomeAndItsParts() throws IOException {
        assertThat(permissions(home.directory())).isEqualTo("rwx------");
        assertThat(permissions(home.part("postgres"))).isEqualTo("rwx------");
    }

    @Test
    void aTokenIsMadeOnceAndReadableByItsOwnerOnly() throws IOException {
        String token = SecretFile.read(home.token());
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(SecretFile.read(home.token())).isEqualTo(token);
        assertThat(permissions(home.token())).isEqualTo("rw-------");
    }

    @Test
    void portsStayTheSameAsLongAsTheyAreFree() throws IOException {
        Ports first = Ports.choose(home.ports(), false);
        assertThat(IntStream.of(first.gateway(), first.health(), first.database(), first.engine(), first.ui())
                        .distinct())
                .hasSize(5)
                .allMatch(port -> port > 0);
        assertThat(Ports.choose(home.ports(), false)).isEqualTo(first);
    }

    @Test
    void aPortInUseIsReplacedAndTheOthersStay() throws IOException {
        Ports first = Ports.choose(home.ports(), false);
        try (ServerSocket other = new ServerSocket(first.gateway(), 1, InetAddress.getLoopbackAddress())) {
            Ports second = Ports.choose(home.ports(), false);
            assertThat(second.gateway()).isNotEqualTo(other.getLocalPort());
            assertThat(second.database()).isEqualTo(first.database());
        }
    }

    @Test
    void anEngineThatRunsKeepsThePortsItHas() throws IOException {
        Ports first = Ports.choose(home.ports(), false);
        try (ServerSocket engine = new ServerSocket(first.engine(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.choose(home.ports(), true).engine()).isEqualTo(engine.getLocalPort());
        }
    }

    @Test
    void aFileThatWasCutIsAsIfItWereNotThere() throws IOException {
        Files.writeString(home.ports(), "{\"gateway\": 12");
        assertThat(JsonFile.read(home.ports(), Ports.class)).isEmpty();
    }

    @Test
    void oneProcessHoldsAHome() throws IOException {
        try (InstanceLock lock = InstanceLock.take(home.lock())) {
            assertThat(lock).isNotNull();
        }
        try (InstanceLock again = InstanceLock.take(home.lock())) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void aProcessIsDistinguishedFromALaterOneWithItsPid() {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
        assertThat(self.alive()).map(ProcessHandle::pid).isEqualTo(Optional.of(self.pid()));
        assertThat(new ProcessIdentity(self.pid(), self.startedAt().minusSeconds(60)).alive())
                .isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anUnreapedProcessHasEnded() throws IOException {
        try (Unreaped unreaped = new Unreaped()) {
            ProcessHandle child = ProcessHandle.of(unreaped.pid()).orElseThrow();
            assertThat(Signals.ended(child, Duration.ofSeconds(20))).isTrue();
            assertThat(child.isAlive()).as("the system still lists it").isTrue();
            assertThat(ProcessIdentity.of(child).alive()).isEmpty();
        }
    }

    @Test
    void theStartLogHoldsOneStartAndOneLineAStep() throws IOException {
        new StartLog(home.startLog()).say("old");
        StartLog log = new StartLog(home.startLog());
        log.say("starting database …");
        log.failed("no\nspace");
        assertThat(Files.readAllLines(home.startLog())).containsExactly("starting database …", "failed: no space");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
