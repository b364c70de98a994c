package dev.pawl.chaos.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.local.home.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The local stack as users have it: one process with everything. */
final class StackPart extends JavaPart {
    private static final Path APP = Repository.file("deploy/local/target/app");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;

    /** @param path the search path of its programs */
    StackPart(Path home, String path) {
        super(Setting.ROUNDS, APP.resolve("jvm.options"), "local.jsa", home.resolveSibling("stack.log"), path);
        this.home = home;
    }

    @Override
    public String name() {
        return "local stack";
    }

    @Override
    List<String> program(Ports ports) {
        return List.of("-jar", APP.resolve("pawl-local.jar").toString(), "--home", home.toString());
    }

    /** According to its local.json, for the current process. */
    boolean ready() {
        try {
            return Files.exists(home.resolve("local.json"))
                    && state().path("pid").asLong() == handle().pid();
        } catch (IOException halfWritten) {
            return false;
        }
    }

    JsonNode state() throws IOException {
        return JSON.readTree(home.resolve("local.json").toFile());
    }

    /** With its engine and its database, as in a power cut. */
    void kill() throws IOException {
        JsonNode state = state();
        Processes.killTree(handle());
        ProcessHandle.of(state.at("/engine/pid").asLong()).ifPresent(Processes::killTree);
        ProcessHandle.of(Postmaster.of(home.resolve("postgres/data"))).ifPresent(Processes::killTree);
    }
}
