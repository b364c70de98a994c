package dev.pawl.chaos.stack;

import dev.pawl.local.home.Ports;
import dev.pawl.worker.PawlWorker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A worker alone. */
final class WorkerPart extends JavaPart {
    private final String name;
    private final int health;
    private final List<String> properties;

    /**
     * @param health its port
     * @param path the search path of its programs
     */
    WorkerPart(Setting setting, String name, int health, Path log, String path, List<String> properties) {
        super(setting, Repository.file("deploy/local/src/main/app/jvm.options"), "worker.jsa", log, path);
        this.name = name;
        this.health = health;
        this.properties = List.copyOf(properties);
    }

    @Override
    public String name() {
        return name;
    }

    boolean ready() {
        return alive() && Health.ready(health);
    }

    @Override
    List<String> program(Ports ports) {
        List<String> program =
                new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), PawlWorker.class.getName()));
        program.addAll(properties);
        program.add("--server.port=" + health);
        return program;
    }
}
