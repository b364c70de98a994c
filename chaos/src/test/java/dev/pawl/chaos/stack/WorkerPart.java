package dev.pawl.chaos.stack;

import dev.pawl.local.home.Ports;
import dev.pawl.worker.PawlWorker;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A worker alone. */
final class WorkerPart extends JavaPart {
    private final String name;
    private final Health health;
    private final List<String> properties;

    /** @param path the search path of its programs */
    WorkerPart(Setting setting, String name, Health health, Path log, String path, List<String> properties) {
        super(setting, Repository.file("deploy/local/src/main/app/jvm.options"), "worker.jsa", log, path);
        this.name = name;
        this.health = health;
        this.properties = List.copyOf(properties);
    }

    @Override
    public String name() {
        return name;
    }

    /** Without this module's own classes: a class-data archive can't be made of directories. */
    private static String classPath() {
        Path own = Repository.file("chaos/target");
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).startsWith(own))
                .collect(Collectors.joining(File.pathSeparator));
    }

    boolean ready() {
        return alive() && health.ready();
    }

    @Override
    List<String> program(Ports ports) {
        List<String> program = new ArrayList<>(List.of("-cp", classPath(), PawlWorker.class.getName()));
        program.addAll(properties);
        program.add("--server.port=" + health.port());
        return program;
    }
}
