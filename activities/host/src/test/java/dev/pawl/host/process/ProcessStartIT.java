package dev.pawl.host.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a pid namespace of its own, in which a test can choose the next pid. */
class ProcessStartIT {
    private static final List<String> NAMESPACE = List.of("unshare", "-Ur", "-pf", "--mount-proc", "--kill-child");

    @Test
    void aProcessWithThePidOfAnEarlierOneHasItsOwnOutputAndExitCode() throws Exception {
        assumeThat(inNamespace("jdk"))
                .as("the JDK takes it for the earlier one")
                .isEqualTo("exit 0, output ''");

        assertThat(inNamespace("pawl")).isEqualTo("exit 3, output 'output'");
    }

    private static String inNamespace(String starter) throws IOException {
        List<String> command = new ArrayList<>(NAMESPACE);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ReusedPid.class.getName(),
                starter));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
