package dev.pawl.local.engine;

import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.StartLog;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Chooses an engine: the configured one; else a durable local server, from the cache, from the PATH or built once if Go
 * is installed; else one in this process's memory.
 */
public final class EngineChoice {
    private final Map<String, String> environment;
    private final EngineBuild build;

    public EngineChoice(Map<String, String> environment, EngineBuild build) {
        this.environment = environment;
        this.build = build;
    }

    /**
     * May take minutes if it builds, and logs that. A failed build is an error and does not fall back to another
     * choice.
     */
    public Engine choose(LocalHome home, StartLog log) throws IOException {
        ClientConfigProfile profile = ClientConfigProfile.load(LoadClientConfigProfileOptions.newBuilder()
                .setEnvOverrides(environment)
                .build());
        String address = profile.getAddress();
        if (address != null && !address.isEmpty()) {
            return new ConfiguredEngine(profile);
        }
        Optional<Path> binary = found();
        if (binary.isEmpty() && onPath("go").isPresent()) {
            binary = Optional.of(build.build(log));
        }
        return own(binary, home);
    }

    /** A private engine that is available now, for a start without tasks. */
    public Engine chooseForOnce(LocalHome home) throws IOException {
        return own(found(), home);
    }

    private static Engine own(Optional<Path> binary, LocalHome home) throws IOException {
        return binary.isPresent() ? new ServerEngine(binary.get(), home.part("engine")) : new InProcessEngine();
    }

    private Optional<Path> found() {
        return build.built().or(() -> onPath("temporal"));
    }

    private Optional<Path> onPath(String program) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(environment.getOrDefault("PATH", ""))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
