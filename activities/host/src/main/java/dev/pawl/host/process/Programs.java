package dev.pawl.host.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds programs like a shell. */
public final class Programs {
    /** Sources that an interpreter runs even if they are not executable. */
    private static final Pattern SOURCE =
            Pattern.compile(".+\\.(sh|py|js|mjs|cjs|ts|rb|pl|php|lua|r|jar)", Pattern.CASE_INSENSITIVE);

    private Programs() {}

    /** Searches a PATH. Empty if none of its directories has an executable file of that name. */
    public static Optional<Path> find(String name, String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, name))
                .filter(Programs::runnable)
                .findFirst();
    }

    /** Searches the PATH of this process. */
    public static Optional<Path> find(String name) {
        return find(name, System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
    }

    static Path resolve(ProcessSpec spec) throws ProgramNotFoundException {
        String name = spec.command().getFirst();
        Optional<Path> found = name.indexOf('/') >= 0
                ? Optional.of(spec.directory().resolve(name)).filter(Programs::runnable)
                : find(name, spec.environment().getOrDefault("PATH", "/usr/bin:/bin"));
        return found.orElseThrow(() -> new ProgramNotFoundException(name));
    }

    /** Whether a file is a program or its source. */
    static boolean runs(Path file) {
        return runnable(file)
                || (Files.isRegularFile(file) && SOURCE.matcher(file.toString()).matches());
    }

    private static boolean runnable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
