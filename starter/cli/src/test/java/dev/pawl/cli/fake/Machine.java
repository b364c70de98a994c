package dev.pawl.cli.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/** A user's machine: a home, programs that exist but are never run, and a git repository. */
public final class Machine {
    public final Path home;
    public final Path repository;
    private final Path programs;
    private final Map<String, String> variables = new HashMap<>();

    public Machine(Path directory) throws IOException {
        home = Files.createDirectories(directory.resolve("home"));
        repository = directory.resolve("repository");
        Files.createDirectories(repository.resolve(".git"));
        programs = Files.createDirectories(directory.resolve("bin"));
        has("git");
    }

    /** Installs a program. */
    public Machine has(String program) throws IOException {
        Path file = programs.resolve(program);
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        return this;
    }

    /** Sets a variable, such as the key of an agent. */
    public Machine with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Writes a file of the repository. */
    public Machine file(String name, String text) throws IOException {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    public String text(String name) throws IOException {
        return Files.readString(repository.resolve(name));
    }

    /** Of commands of its user. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("HOME", home.toString());
        environment.put("PATH", programs.toString());
        environment.put("USER", "ada");
        return environment;
    }

    /** Runs a command line in the repository. */
    public Invocation pawl(String... arguments) {
        return Invocation.of(environment(), repository, arguments);
    }
}
