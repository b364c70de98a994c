package dev.pawl.host.process;

import dev.pawl.host.place.HiddenPlaces;
import dev.pawl.host.place.LinkedPath;
import dev.pawl.host.place.NamedPaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Why a sandbox does not show what a command names. */
record SandboxRefusals(HiddenPlaces hidden) {
    List<String> of(List<String> command, Path directory) {
        return NamedPaths.of(command, directory).stream()
                .flatMap(name -> refusal(name, directory).stream())
                .distinct()
                .toList();
    }

    private Optional<String> refusal(NamedPaths.Name name, Path directory) {
        return name.inHome()
                .map(rest -> ownHome(name.text(), rest))
                .orElseGet(() -> name.path(directory).flatMap(path -> refusal(name, LinkedPath.of(path))));
    }

    private Optional<String> refusal(NamedPaths.Name name, LinkedPath path) {
        Path target = path.target();
        if (!hidden.hides(target) || hidden.own(path) || HiddenPlaces.TEMPORARY.contains(target)) {
            return Optional.empty();
        }
        if (!hidden.mayShow(target)) {
            return Optional.of(
                    name.text() + " belongs to sign-ins, keys, services or Pawl itself and is never shown in a sandbox;"
                            + " move what the task needs to another directory");
        }
        boolean directory = Files.isDirectory(target);
        if (directory && !hidden.showable(target)) {
            return Optional.of(name.text() + " holds sign-ins, keys or other tasks and is not shown in a sandbox;"
                    + " name what is needed below it");
        }
        boolean seen = name.use() != NamedPaths.Use.LINE || Programs.runs(target) || hidden.elsewhere(target);
        return seen
                ? Optional.empty()
                : Optional.of(
                        name.text() + " is not a program, and a sandbox shows only programs of hidden directories;"
                                + " copy it into the workspace");
    }

    /** Dot directories are recreated in any home. */
    private Optional<String> ownHome(String name, String rest) {
        return hidden.keys().homes().stream()
                .filter(home -> !rest.isEmpty())
                .map(home -> home.resolve(rest))
                .filter(path -> Files.isRegularFile(path) || (Files.isDirectory(path) && !rest.startsWith(".")))
                .findFirst()
                .map(path -> "%s is below the private home of the run, which is empty; write %s".formatted(name, path));
    }
}
