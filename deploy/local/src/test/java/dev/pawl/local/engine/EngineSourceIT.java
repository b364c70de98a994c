package dev.pawl.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine's own sources, in Go: formatted, and their tests pass. */
class EngineSourceIT {
    private static final Path SOURCES = Path.of("../engine").toAbsolutePath().normalize();

    @BeforeAll
    static void goIsInstalled() {
        assumeTrue(output("sh", "-c", "command -v go && command -v gofmt").contains("gofmt"), "Go is installed");
    }

    @Test
    void areFormatted() {
        assertThat(output("gofmt", "-l", ".")).isEmpty();
    }

    /** Of what is ours alone: without packages of the server, which take minutes to compile. */
    @Test
    void credentialsAndGateKeepTheirRules() {
        assertThat(output("go", "test", "-trimpath", "-mod=readonly", "./credentials", "./gate"))
                .contains("ok")
                .doesNotContain("FAIL");
    }

    private static String output(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(SOURCES.toFile())
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
