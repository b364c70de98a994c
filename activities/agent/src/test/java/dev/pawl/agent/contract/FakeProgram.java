package dev.pawl.agent.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A program on its own search path that replays a recording. */
record FakeProgram(Path bin) {
    /** Behaviour after its output. */
    enum Then {
        EXIT("exit %d"),
        HANG("exec sleep 3600"),
        CHATTER("while :; do echo; sleep 0.05; done"),
        DIE("kill -KILL $$");

        private final String script;

        Then(String script) {
            this.script = script;
        }
    }

    static FakeProgram install(
            Path directory, String executable, String version, String stdout, String stderr, Then then, int exitCode)
            throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Path out = Files.writeString(directory.resolve("stdout"), stdout, ISO_8859_1);
        Path err = Files.writeString(directory.resolve("stderr"), stderr, ISO_8859_1);
        Path program = Files.writeString(
                bin.resolve(executable), """
                #!/bin/sh
                if [ "$1" = --version ]; then echo 'Fake CLI %s.'; exit 0; fi
                cat > /dev/null
                cat '%s'
                cat '%s' >&2
                %s
                """.formatted(version, out, err, then.script.formatted(exitCode)));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new FakeProgram(bin);
    }
}
