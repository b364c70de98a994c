package dev.pawl.chaos.stack;

import dev.pawl.local.home.Ports;
import dev.pawl.worker.PawlWorker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A worker alone. */
final class WorkerPart extends JavaPart {
    private final List<String> properties;

    /** @param path the search path of its programs */
    WorkerPart(Path log, String path, List<String> properties) {
        super(Repository.file("deploy/local/src/main/app/jvm.options"), "worker.jsa", log, path);
        this.properties = List.copyOf(properties);
    }

    @Override
    public String name() {
        return "worker";
    }

    @Override
    List<String> program(Ports ports) {
        List<String> program =
                new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), PawlWorker.class.getName()));
        program.addAll(properties);
        program.add("--server.port=" + ports.health());
        return program;
    }
}
