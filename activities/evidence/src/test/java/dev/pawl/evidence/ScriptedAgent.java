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
 * (type of the decision), {@code kind} of trick, {@code shows} (a text among the reasons), {@code isolation}.
 */
record ScriptedAgent(String name, List<String> header, String text) {

    static Stream<ScriptedAgent> all() throws IOException, URISyntaxException {
        URL directory = Objects.requireNonNull(ScriptedAgent.class.getResource("agents"));
        try (Stream<Path> scripts = Files.list(Path.of(directory.toURI()))) {
            return scripts.sorted().toList().stream().map(ScriptedAgent::of);
        }
    }

    private static ScriptedAgent of(Path script) {
        try {
            String text = Files.readString(script);
            List<String> header =
                    text.lines().takeWhile(line -> line.startsWith("# ")).toList();
            String file = script.getFileName().toString();
            return new ScriptedAgent(file.substring(0, file.length() - ".sh".length()), header, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AdversarialCase asCase() {
        AgentProject project = AgentProject.of(says("project", ""));
        return new AdversarialCase(
                name,
                says("kind", ""),
                project.language(),
                AdversarialCase.Expected.of(says("expect", "")),
                says("shows", ""),
                !says("isolation", "namespace").equals("tree"),
                List.of(),
                project.files,
                project::request,
                text);
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
