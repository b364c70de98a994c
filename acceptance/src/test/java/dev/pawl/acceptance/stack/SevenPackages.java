package dev.pawl.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A copy of the example plan, outside of Pawl's own repository. */
public record SevenPackages(Path directory) {
    private static final Path EXAMPLE = Distribution.root().resolve("examples/seven-packages");

    /** In an empty directory. */
    public static SevenPackages copy(Path directory) throws IOException {
        for (Map.Entry<String, Path> file : files(EXAMPLE).entrySet()) {
            Path target = directory.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.copy(file.getValue(), target);
        }
        return new SevenPackages(directory);
    }

    public Path planFile() {
        return directory.resolve("plan.yaml");
    }

    /** What the user has is as before. */
    public void assertUntouched() throws IOException {
        assertThat(contents(directory.resolve("workspace"))).isEqualTo(contents(EXAMPLE.resolve("workspace")));
    }

    /** The integration head is the code base with all fixes, and nothing else, in one commit for each package. */
    public static void assertComplete(Plan plan) throws IOException, InterruptedException {
        Map<String, String> expected = contents(EXAMPLE.resolve("workspace"));
        expected.putAll(contents(EXAMPLE.resolve("fixes")));
        Map<String, String> actual = new TreeMap<>();
        for (String path : git(plan, "ls-tree", "-r", "--name-only", plan.getIntegrationHead())
                .lines()
                .toList()) {
            actual.put(path, git(plan, "show", plan.getIntegrationHead() + ":" + path));
        }
        assertThat(actual).isEqualTo(expected);
        String range = plan.getBaseCommit() + ".." + plan.getIntegrationHead();
        assertThat(git(plan, "log", "--format=%(trailers:key=Pawl-Package,valueonly,separator=)", range)
                        .lines())
                .containsExactlyInAnyOrder("config", "consumer", "identity", "health", "storage", "events", "cli");
    }

    private static String git(Plan plan, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("git", "-c", "safe.directory=*"), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(Path.of(plan.getIntegrationDirectory()).toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Map.Entry<String, Path> file : files(directory).entrySet()) {
            contents.put(file.getKey(), Files.readString(file.getValue()));
        }
        return contents;
    }

    /** Those that git has; running the tests by hand leaves others. */
    private static Map<String, Path> files(Path directory) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("__pycache__"))
                    .forEach(file -> files.put(directory.relativize(file).toString(), file));
        }
        return files;
    }
}
