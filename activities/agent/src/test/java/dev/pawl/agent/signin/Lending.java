package dev.pawl.agent.signin;

import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentResult;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentRuns;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.program.AgentProgram;
import dev.pawl.agent.program.ProgramAgent;
import dev.pawl.host.process.Isolation;
import dev.pawl.host.process.ProcessSupervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

/**
 * Runs a script as the program, with the user's home in a directory of the test. The script has {@code $LENT}, the copy
 * of the sign-in, and {@code $OWN}, the user's.
 */
record Lending(Path directory, AgentProgram program, Path own) {
    private static final ProcessSupervisor SUPERVISOR = new ProcessSupervisor(Isolation.probe());

    static String put(String content) {
        return "printf '%%s' '%s' > \"$LENT\"; ".formatted(content);
    }

    AgentRun run(String script) throws Exception {
        AgentRun run = made();
        result(run, script);
        return run;
    }

    AgentRun made() throws IOException {
        return new AgentRuns(directory).program(program.facts().name(), null, null, null, Duration.ofSeconds(60));
    }

    AgentResult result(AgentRun run, String script) throws Exception {
        String executable = program.facts().executable();
        Path bin = Files.createDirectories(directory.resolve("bin-" + script.hashCode()));
        Path fake = Files.writeString(bin.resolve(executable), """
                #!/bin/sh
                cat > /dev/null
                OWN='%s'
                LENT="$(find "${HOME%%/*}" -name '%s')"
                %s
                """.formatted(own, own.getFileName(), script));
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new ProgramAgent(program, SUPERVISOR, AgentSettings.of(Map.of("PATH", bin + ":/usr/bin:/bin"), home()))
                .run(run, AgentListener.NONE);
    }

    private Path home() throws IOException {
        return Files.createDirectories(directory.resolve("user"));
    }
}
