package dev.pawl.acceptance.field;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The test classes of all modules, and the scripts of the scripted agents. */
final class TestSources {
    private static final Set<String> SKIPPED = Set.of("target", "node_modules", "main", ".git");

    private final Map<String, List<Path>> files = new HashMap<>();

    TestSources(Path project) throws IOException {
        Files.walkFileTree(project, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return SKIPPED.contains(name(directory)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (name(file).endsWith(".java") || name(file).endsWith(".sh")) {
                    files.computeIfAbsent(name(file), name -> new ArrayList<>()).add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** Whether there is such a test method or script. */
    boolean has(FieldCase one) throws IOException {
        if (one.script()) {
            return files.containsKey(one.test());
        }
        int dot = one.test().indexOf('.');
        Pattern method =
                Pattern.compile("@(?:Test|ParameterizedTest|Property)\\b(?:(?!\\bvoid\\b)[\\s\\S])*?\\bvoid\\s+"
                        + Pattern.quote(one.test().substring(dot + 1)) + "\\s*\\(");
        for (Path file : files.getOrDefault(one.test().substring(0, dot) + ".java", List.of())) {
            if (method.matcher(Files.readString(file)).find()) {
                return true;
            }
        }
        return false;
    }
}
