package dev.pawl.cli.command.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.cli.fake.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    Path directory;

    private Path bin;

    @BeforeEach
    void programs() throws Exception {
        bin = Files.createDirectory(directory.resolve("bin"));
        program("git", "git version 2.0");
    }

    private void program(String name, String says) throws Exception {
        Path file = bin.resolve(name);
        Files.writeString(file, "#!/bin/sh\necho " + says + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Invocation doctor(Map<String, String> environment, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "doctor";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Invocation.of(environment, directory, all);
    }

    private Map<String, String> environment() {
        return Map.of("PATH", bin.toString(), "HOME", directory.toString());
    }

    @Test
    void foundProgramsAreNamedWithTheirVersions() throws Exception {
        program("claude", "2.1.328");
        program("go", "go version go1.26");
        Invocation doctor = doctor(environment());
        assertThat(doctor.exitCode()).isZero();
        assertThat(doctor.out())
                .contains("git version 2.0")
                .contains("2.1.328, not signed in")
                .contains("the engine is built once")
                .containsPattern("ok +jdk")
                .containsPattern("ok +local stack +not running");
    }

    @Test
    void anAgentWithAKeyCountsAsSignedIn() throws Exception {
        program("claude", "2.1.328");
        Map<String, String> environment =
                Map.of("PATH", bin.toString(), "HOME", directory.toString(), "ANTHROPIC_API_KEY", "x");
        assertThat(doctor(environment).out()).contains("2.1.328, signed in as far as known");
    }

    @Test
    void anAgentInTheCacheIsFoundAsTheWorkerFindsIt() throws Exception {
        Path installed = Files.createDirectories(directory.resolve(".cache/pawl/agents/node_modules/.bin"));
        bin = installed;
        program("claude", "2.1.400");
        Map<String, String> environment = Map.of("PATH", "/nowhere", "HOME", directory.toString());
        assertThat(doctor(environment).out()).contains("2.1.400, not signed in");
    }

    @Test
    void everyMissingThingHasItsNextStep() throws Exception {
        Files.delete(bin.resolve("git"));
        Invocation doctor = doctor(environment());
        assertThat(doctor.exitCode()).isEqualTo(3);
        assertThat(doctor.out())
                .containsPattern("missing +git")
                .contains("-> install git")
                .contains("tasks will not survive a restart")
                .contains("npm install -g @anthropic-ai/claude-code");
    }

    @Test
    void eachPartOfASandboxIsTriedAndAMissingOneSaysWhatFollows() throws Exception {
        assertThat(doctor(environment()).out())
                .containsPattern("note +sandbox +no working bubblewrap: .*all rights of its user")
                .containsPattern("note +sandbox network +no working (pasta|iproute2): .*network: host")
                .contains("-> install bubblewrap");
        program("bwrap", "");
        program("ip", "ip utility");
        program("pasta", "");
        program("unshare", "");

        assertThat(doctor(environment()).out())
                .containsPattern("ok +sandbox +bubblewrap works \\(\\d+ ms\\)")
                .containsPattern("ok +sandbox network +pasta works \\(\\d+ ms\\)");
    }

    @Test
    void jsonHasADocumentForEachFinding() {
        assertThat(doctor(environment(), "-o", "jsonl").out())
                .contains("{\"area\":\"git\",\"state\":\"ok\",\"found\":\"git version 2.0\",\"advice\":null}");
    }

    @Test
    void anEngineThatWasBuiltIsFound() throws Exception {
        Path engine = Files.createDirectories(directory.resolve(".cache/pawl/engine/1.0"));
        Files.createFile(engine.resolve("pawl-engine"));
        assertThat(engine.resolve("pawl-engine").toFile().setExecutable(true)).isTrue();
        assertThat(doctor(environment()).out()).contains("the pinned Temporal server, built: " + engine);
    }

    @Test
    void temporalOnThePathIsNoEngineSinceItsServerAnswersAnybody() throws Exception {
        program("temporal", "temporal version 1.8.2");
        assertThat(doctor(environment()).out()).contains("go not found: tasks will not survive a restart");
    }

    @Test
    void aConfiguredEngineIsNamedAndWithoutACredentialItIsCalledOpen() {
        assertThat(configured("TEMPORAL_ADDRESS", "t:7233").out())
                .contains("Temporal at t:7233")
                .contains("without a credential");
        assertThat(configured("TEMPORAL_ADDRESS", "t:7233", "TEMPORAL_API_KEY", "k")
                        .out())
                .contains("Temporal at t:7233")
                .doesNotContain("without a credential");
    }

    @Test
    void variablesOfThisHomesEngineAreNoConfiguredEngine() {
        String key =
                directory.resolve(".local/state/pawl/engine/tls/client.key").toString();
        assertThat(configured("TEMPORAL_ADDRESS", "t:7233", "TEMPORAL_TLS_CLIENT_KEY_PATH", key)
                        .out())
                .doesNotContain("t:7233");
    }

    private Invocation configured(String... variables) {
        Map<String, String> environment = new HashMap<>(environment());
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return doctor(environment);
    }
}
