package dev.pawl.cli.planfile;

import dev.pawl.cli.yaml.Problem;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Section;
import dev.pawl.cli.yaml.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the prompt of a package: its text, or the file that has it. */
final class PromptReader {
    /** Bytes of UTF-8, as in pawl.v1. */
    private static final int LARGEST = 10 * 1024 * 1024;

    private final Path file;
    private final Section keys;
    private final Problems problems;

    PromptReader(Path file, Section keys, Problems problems) {
        this.file = file;
        this.keys = keys;
        this.problems = problems;
    }

    /** Without surrounding blank lines; empty if a problem was reported. */
    String read() throws IOException {
        if (keys.has("prompt") && keys.has("file")) {
            keys.problem("file", "not together with 'prompt'", "keep one of the two");
        }
        if (keys.has("file")) {
            return fromFile();
        }
        if (!keys.has("prompt")) {
            problems.at(keys.node(), "packages.prompt is missing", "say what to do, or name a file: file: NAME.md");
        }
        String prompt = keys.text("prompt");
        return prompt == null ? "" : bounded("prompt", prompt.strip());
    }

    private String fromFile() throws IOException {
        String name = keys.text("file");
        if (name == null) {
            return "";
        }
        try {
            Path source = file.resolveSibling(name).normalize();
            if (!Files.isRegularFile(source) || !Files.isReadable(source)) {
                keys.problem("file", source + " is not a readable file", "paths are relative to this file");
                return "";
            }
            if (Files.size(source) > LARGEST) {
                keys.problem("file", source + " is larger than 10 MB", "put data into the repository");
                return "";
            }
            return text(source);
        } catch (InvalidPathException e) {
            keys.problem("file", "no path: " + e.getReason(), null);
            return "";
        }
    }

    private String text(Path source) throws IOException {
        Problems inside = new Problems();
        String text = Source.text(Files.readAllBytes(source), inside).strip();
        for (Problem problem : inside.sorted()) {
            keys.problem("file", problem.in(source.toString()), null);
        }
        if (text.isEmpty()) {
            keys.problem("file", source + " is empty", "say in it what to do");
        }
        if (text.startsWith("---\n") || text.startsWith("---\r\n")) {
            keys.problem("file", source + " has front matter", "its keys belong here, the file has only the prompt");
        }
        return bounded("file", text);
    }

    private String bounded(String key, String prompt) {
        if (prompt.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            keys.problem(key, "the prompt is larger than 10 MB", "put data into the repository");
        }
        return prompt;
    }
}
