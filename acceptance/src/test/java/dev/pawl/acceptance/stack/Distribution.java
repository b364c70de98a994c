package dev.pawl.acceptance.stack;

import java.nio.file.Path;
import java.util.List;

/** Results of the build, found from this module's directory. */
public final class Distribution {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Distribution() {}

    public static Path root() {
        return ROOT;
    }

    static List<String> localCommand() {
        Path app = ROOT.resolve("deploy/local/target/app");
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "@" + app.resolve("jvm.options"),
                "-XX:SharedArchiveFile=" + ROOT.resolve("acceptance/target/local.jsa"),
                "-jar",
                app.resolve("pawl-local.jar").toString());
    }

    /** A file of the test resources. */
    public static Path resource(String name) {
        return ROOT.resolve("acceptance/src/test/resources").resolve(name);
    }
}
