package dev.pawl.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.host.network.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requires a real bubblewrap, and uses a home below {@code /tmp}, so that both kinds of hidden directories exist. */
class SandboxedProgramsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ProcessSupervisor supervisor = new ProcessSupervisor(Isolation.probe());
    private final Map<String, String> environment = new TreeMap<>(Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"));

    @TempDir
    Path directory;

    private CollectedOutput output = new CollectedOutput();
    private Path work = Path.of("unset");
    private Path home = Path.of("unset");
    private Path pawl = Path.of("unset");

    @BeforeEach
    void aHomeWithKeys() throws IOException {
        work = Files.createDirectories(directory.resolve("own/work"));
        home = Files.createDirectories(directory.resolve("the home ü"));
        pawl = Files.createDirectories(home.resolve(".local/state/pawl"));
        for (String key : List.of(".ssh/id_ed25519", ".claude/.credentials.json", ".cargo/credentials.toml", "diary")) {
            file(key, "a key");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bin/agent",
                "agent",
                ".local/bin/agent",
                "apps/agent/bin/agent",
                ".claude/agent",
                ".claude/local/agent",
                ".cargo/bin/agent",
                "Downloads/agent",
                "with space/agent"
            })
    void aNamedProgramRunsFromAnyDirectoryAndNoKeyIsVisible(String place) throws Exception {
        Path agent = program(place, "#!/bin/sh\necho works");

        run(agent.toString());

        assertThat(output.stdout()).isEqualTo("works\n");
        seesNoKeys(agent.toString());
    }

    @Test
    void aProgramBelowTheTemporaryDirectoryRuns() throws Exception {
        Path agent = script(directory.resolve("elsewhere/agent"), "#!/bin/sh\necho works");

        run(agent.toString());

        assertThat(output.stdout()).isEqualTo("works\n");
    }

    @Test
    void aProgramFindsWhatIsInstalledWithIt() throws Exception {
        file("apps/tool/lib/part", "a part");
        Path agent = program("apps/tool/bin/agent", "#!/bin/sh\ncat \"$(dirname \"$0\")/../lib/part\"");

        run(agent.toString());

        assertThat(output.stdout()).isEqualTo("a part");
    }

    @ParameterizedTest
    @CsvSource({
        ".local/bin/agent, .local/share/agent/versions/1.2/agent",
        "bin/agent, src/agent/agent",
        "agent, .local/share/agent/agent"
    })
    void linksToAProgramAreFollowed(String link, String target) throws Exception {
        program(target, "#!/bin/sh\necho works");
        Path linked = link(link, home.resolve(target));

        run(linked.toString());

        assertThat(output.stdout()).isEqualTo("works\n");
        seesNoKeys(linked.toString());
    }

    @Test
    void linksOnTheWayToAProgramAreFollowed() throws Exception {
        program("apps/agent-2/agent", "#!/bin/sh\necho works");
        link("apps/current", Path.of("agent-2"));

        run(home.resolve("apps/current/agent").toString());

        assertThat(output.stdout()).isEqualTo("works\n");
    }

    @Test
    void aHomeThatIsALinkHidesAndShowsTheSame() throws Exception {
        Path named = Files.createSymbolicLink(directory.resolve("named"), home);
        program("bin/agent", "#!/bin/sh\necho works; cat '%s/diary' '%s/diary'".formatted(named, home));

        run(
                new Sandbox(List.of(named), List.of(), List.of(work), Reach.NOTHING),
                named.resolve("bin/agent").toString());

        assertThat(output.stdout()).isEqualTo("works\n");
    }

    @Test
    void theInterpreterOfAScriptIsSeen() throws Exception {
        link("runtimes/bin/mysh", Path.of("/bin/sh"));
        Path withoutSpaces = Files.createSymbolicLink(directory.resolve("plain"), home);
        Path agent = program("bin/agent", "#!%s/runtimes/bin/mysh\necho works".formatted(withoutSpaces));

        run(agent.toString());

        assertThat(output.stdout()).isEqualTo("works\n");
    }

    @Test
    void anInterpreterOnThePathIsVisibleWithItsInstallation() throws Exception {
        file(".nvm/versions/node/v22/lib/node_modules/library", "a library");
        program(
                ".nvm/versions/node/v22/bin/mynode",
                "#!/bin/sh\ncat \"$(dirname \"$0\")/../lib/node_modules/library\"");
        Path agent = program("bin/agent", "#!/usr/bin/env mynode\n");
        environment.put("PATH", home.resolve(".nvm/versions/node/v22/bin") + ":" + environment.get("PATH"));

        run(agent.toString());

        assertThat(output.stdout()).isEqualTo("a library");
    }

    @Test
    void aProgramOnThePathIsVisibleWithTheTargetOfItsLink() throws Exception {
        program(
                "npm/lib/node_modules/agent/cli",
                "#!/bin/sh\ncat \"$(dirname \"$(readlink -f \"$0\")\")/../dependency/part\"");
        file("npm/lib/node_modules/dependency/part", "a dependency");
        link(".local/bin/agent", Path.of("../../npm/lib/node_modules/agent/cli"));
        environment.put("PATH", home.resolve(".local/bin") + ":" + environment.get("PATH"));

        run("agent");
        run("/bin/sh", "-c", "true && agent");

        assertThat(output.stdout()).isEqualTo("a dependencya dependency");
    }

    @Test
    void theInterpreterOfAVirtualEnvironmentIsSeenWithIt() throws Exception {
        program("pythons/3.13/bin/mypython", "#!/bin/sh\ncat \"$(dirname \"$0\")/../pyvenv.cfg\"");
        file("pythons/3.13/lib/part", "");
        file("work/venv/pyvenv.cfg", "an environment");
        link("work/venv/bin/python", home.resolve("pythons/3.13/bin/mypython"));

        run("/bin/sh", "-c", "'%s/work/venv/bin/python' -m pytest".formatted(home));

        assertThat(output.stdout()).isEqualTo("an environment");
    }

    @Test
    void aVirtualEnvironmentOfTheWorkspaceFindsTheInterpreterOfThePath() throws Exception {
        program("pythons/3.13/bin/mypython", "#!/bin/sh\necho works");
        Files.createDirectories(work.resolve("venv/bin"));
        Files.createSymbolicLink(work.resolve("venv/bin/python"), home.resolve("pythons/3.13/bin/mypython"));
        environment.put("PATH", home.resolve("pythons/3.13/bin") + ":" + environment.get("PATH"));

        run("/bin/sh", "-c", "venv/bin/python -m pytest");

        assertThat(output.stdout()).isEqualTo("works\n");
    }

    @Test
    void filesInTheWorkspaceCannotMakeHiddenPathsVisible() throws Exception {
        program("private/notes.sh", "#!/bin/sh\necho private");
        Path plain = Files.createSymbolicLink(directory.resolve("plain"), home);
        script(work.resolve("script"), "#!%s/private/notes.sh".formatted(plain));
        Files.createSymbolicLink(work.resolve("link.sh"), home.resolve("private/notes.sh"));
        Files.createSymbolicLink(work.resolve("bin"), home.resolve("private"));
        environment.put("PATH", work.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("JAVA_HOME", work.resolve("bin").toString());

        run("/bin/sh", "-c", "./script; ./link.sh; sh %s/link.sh; bin/notes.sh; notes.sh".formatted(work));
        run(work.resolve("script").toString());

        assertThat(output.stdout()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "cd / && %s",
                "sh %s",
                "VARIABLE=1 %s | cat",
                "(%s)",
                "echo \"$(%s)\"",
                "if true; then %s; fi",
                "sh -c \"sh %s\""
            })
    void programsThatAShellLineNamesAreVisible(String line) throws Exception {
        Path tool = script(directory.resolve("tools/lint.sh"), "#!/bin/sh\necho works");

        run("/bin/sh", "-c", line.formatted(tool));

        assertThat(output.stdout()).isEqualTo("works\n");
    }

    @Test
    void aQuotedPathWithSpacesIsSeen() throws Exception {
        Path tool = program("my tools/lint.sh", "#!/bin/sh\necho works");

        run("/bin/sh", "-c", "\"%s\" && '%s'".formatted(tool, tool));

        assertThat(output.stdout()).isEqualTo("works\nworks\n");
    }

    @Test
    void filesAndDirectoriesThatAProgramIsGivenAreSeen() throws Exception {
        Path settings = file("agent/settings.yaml", "settings");
        Path one = file("data/one", "one");

        run("cat", settings.toString());
        run("find", one.resolveSibling(".").normalize().toString(), "-name", "one", "-printf", "%f");

        assertThat(output.stdout()).isEqualTo("settingsone");
    }

    @Test
    void theProgramsOfASearchPathInALineAreSeen() throws Exception {
        program("tools/bin/lint", "#!/bin/sh\necho works");

        run("/bin/sh", "-c", "PATH='%s/tools/bin':$PATH lint".formatted(home));

        assertThat(output.stdout()).isEqualTo("works\n");
    }

    @Test
    void theToolChainsOfTheEnvironmentAreSeen() throws Exception {
        program("jdks/25/bin/java", "#!/bin/sh\ncat \"$JAVA_HOME/release\"");
        file("jdks/25/release", "25\n");
        program(".cargo/bin/cargo", "#!/bin/sh\necho cargo");
        file("certificates/company.crt", "a certificate\n");
        environment.put("JAVA_HOME", home.resolve("jdks/25").toString());
        environment.put("CARGO_HOME", home.resolve(".cargo").toString());
        environment.put(
                "SSL_CERT_FILE", home.resolve("certificates/company.crt").toString());

        run("/bin/sh", "-c", "\"$JAVA_HOME/bin/java\"; \"$CARGO_HOME/bin/cargo\"; cat \"$SSL_CERT_FILE\"");

        assertThat(output.stdout()).isEqualTo("25\ncargo\na certificate\n");
        seesNoKeys("/bin/sh");
    }

    @Test
    void keysBesideAProgramAreHidden() throws Exception {
        file("apps/agent/.env", "a key");
        Path agent = program("apps/agent/agent", "#!/bin/sh\ncat \"$(dirname \"$0\")/.env\"; echo works");

        run(agent.toString());

        assertThat(output.stdout()).isEqualTo("works\n");
    }

    @Test
    void visiblePathsCannotBeWritten() throws Exception {
        Path agent = program("apps/agent/agent", "#!/bin/sh\ntouch \"$(dirname \"$0\")/more\"");

        run(agent.toString());

        assertThat(home.resolve("apps/agent/more")).doesNotExist();
        assertThat(output.stderr()).contains("Read-only file system");
    }

    @Test
    void otherTasksStayHiddenBelowVisibleDirectories() throws Exception {
        Path other = Files.createDirectories(home.resolve("apps/agent/pawl/other"));
        Path agent = program("apps/agent/agent", "#!/bin/sh\nls '%s'; echo works".formatted(other.resolve("..")));

        run(
                new Sandbox(List.of(home, home.resolve("apps/agent/pawl")), List.of(), List.of(work), Reach.NOTHING),
                agent.toString());

        assertThat(output.stdout()).isEqualTo("works\n");
    }

    @Test
    void filesWrittenInTheTemporaryDirectoryArePrivate() throws Exception {
        Path log = Files.writeString(directory.resolve("log"), "of the host");
        Path build = Files.createDirectories(directory.resolve("build"));

        run("/bin/sh", "-c", "mkdir -p %2$s && echo mine > %1$s && touch %2$s/x && cat %1$s".formatted(log, build));

        assertThat(output.stdout()).isEqualTo("mine\n");
        assertThat(log).hasContent("of the host");
    }

    @Test
    void hiddenPathsThatALineNamesAreRefusedByName() throws Exception {
        Path key = home.resolve(".ssh/id_ed25519");
        Path data = file("data/rows.csv", "1,2");
        program("bin/lint", "#!/bin/sh");

        assertThat(refused("cat %s".formatted(quoted(key))))
                .singleElement()
                .asString()
                .contains(key.toString());
        assertThat(refused("cd %s && make".formatted(quoted(home))))
                .singleElement()
                .asString()
                .contains(home.toString());
        assertThat(refused("./run --rows=%s".formatted(quoted(data))))
                .singleElement()
                .asString()
                .contains("workspace");
        assertThat(refused("~/bin/lint . && \"$HOME\"/bin/lint"))
                .hasSize(2)
                .allSatisfy(text ->
                        assertThat(text).contains(home.resolve("bin/lint").toString()));
        assertThat(refused("ls %s".formatted(quoted(pawl))))
                .singleElement()
                .asString()
                .contains("Pawl");
        assertThat(refused("%s/bin/lint".formatted(quoted(home)))).isEmpty();
        assertThat(refused("mkdir -p ~/.cache && cd /tmp && ls /usr / ~ && echo x > %s".formatted(quoted(data))))
                .isEmpty();
    }

    @Test
    void hiddenArgumentsOfAProgramAreRefusedByName() throws Exception {
        Path key = home.resolve(".claude/.credentials.json");
        Path settings = file("agent/settings.yaml", "settings");

        assertThat(sandbox().refusals(List.of("agent", "--keys", key.toString()), work))
                .singleElement()
                .asString()
                .contains(key.toString());
        assertThat(sandbox().refusals(List.of("agent", "--root=" + home), work)).hasSize(1);
        assertThat(sandbox().refusals(List.of("agent", settings.toString()), work))
                .isEmpty();
    }

    private List<String> refused(String line) {
        return sandbox().refusals(List.of("/bin/sh", "-c", line), work);
    }

    private static String quoted(Path path) {
        return "'" + path + "'";
    }

    private void seesNoKeys(String program) throws Exception {
        output = new CollectedOutput();
        Path look = script(
                work.resolve("look"),
                "#!/bin/sh\ncd '%s' && cat .ssh/id_ed25519 .claude/.credentials.json .cargo/credentials.toml diary"
                        .formatted(home));
        run("/bin/sh", "-c", "'%s' >/dev/null 2>&1; %s".formatted(program, look));
        assertThat(output.stdout()).isEmpty();
    }

    private void run(String... command) throws Exception {
        run(sandbox(), command);
    }

    private Sandbox sandbox() {
        return new Sandbox(List.of(home, pawl), List.of(pawl), List.of(), List.of(work), Reach.NOTHING, List.of());
    }

    private void run(Sandbox sandbox, String... command) throws Exception {
        ProcessSpec spec = new ProcessSpec(
                List.of(command),
                work,
                environment,
                null,
                "sandboxed-" + work.hashCode(),
                LIMIT,
                LIMIT,
                Duration.ofSeconds(1),
                sandbox,
                WriteProtection.NONE);
        supervisor.run(spec, output, new ProcessWatch() {});
    }

    private Path program(String place, String text) throws IOException {
        return script(home.resolve(place), text);
    }

    private static Path script(Path file, String text) throws IOException {
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path file(String place, String text) throws IOException {
        Path file = home.resolve(place);
        Files.createDirectories(file.resolve("..").normalize());
        return Files.writeString(file, text);
    }

    private Path link(String place, Path target) throws IOException {
        Path link = home.resolve(place);
        Files.createDirectories(link.resolve("..").normalize());
        return Files.createSymbolicLink(link, target);
    }
}
