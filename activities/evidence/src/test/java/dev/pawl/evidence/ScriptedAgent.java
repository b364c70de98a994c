package dev.pawl.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A shell script that plays an agent. Its first lines are settings and expectations: {@code project}, {@code expect}
 * (type of the decision), {@code shows} (a text among the reasons), {@code isolation}.
 */
record ScriptedAgent(String name, Path script, List<String> header) {

    static Stream<ScriptedAgent> all() throws IOException, URISyntaxException {
        URL directory = Objects.requireNonNull(ScriptedAgent.class.getResource("agents"));
        try (Stream<Path> scripts = Files.list(Path.of(directory.toURI()))) {
            return scripts.sorted().toList().stream().map(ScriptedAgent::of);
        }
    }

    private static ScriptedAgent of(Path script) {
        try {
            List<String> header = Files.readAllLines(script).stream()
                    .takeWhile(line -> line.startsWith("# "))
                    .toList();
            String file = script.getFileName().toString();
            return new ScriptedAgent(file.substring(0, file.length() - ".sh".length()), script, header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AgentProject project() {
        return AgentProject.of(says("project", ""));
    }

    String expected() {
        return says("expect", "");
    }

    String shows() {
        return says("shows", "");
    }

    boolean namespace() {
        return !says("isolation", "namespace").equals("tree");
    }

    private String says(String key, String otherwise) {
        String start = "# " + key + ": ";
        return header.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse(otherwise);
    }

    @Override
    public String toString() {
        return name;
    }
}
