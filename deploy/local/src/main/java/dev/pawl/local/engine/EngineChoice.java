package dev.pawl.local.engine;

import dev.pawl.connection.EngineProfile;
import dev.pawl.local.home.LocalHome;
import dev.pawl.local.home.StartLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Chooses an engine: the configured one; else a durable local server, from the cache or built once if Go is installed;
 * else one in this process's memory. Temporal's command line on the PATH is no choice: its development server answers
 * anybody.
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
        Optional<EngineProfile> configured = EngineProfile.configured(environment)
                // In a shell with the variables of "pawl env".
                .filter(profile -> !profile.hasCredentialIn(home.directory()));
        if (configured.isPresent()) {
            return new ConfiguredEngine(configured.get());
        }
        Optional<Path> binary = build.built();
        if (binary.isEmpty() && onPath("go").isPresent()) {
            binary = Optional.of(build.build(log));
        }
        return own(binary, home);
    }

    /** A private engine that is available now, for a start without tasks. */
    public Engine chooseForOnce(LocalHome home) throws IOException {
        return own(build.built(), home);
    }

    private static Engine own(Optional<Path> binary, LocalHome home) throws IOException {
        return binary.isPresent() ? new ServerEngine(binary.get(), home) : new InProcessEngine();
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
