package dev.pawl.evidence.obstacle;

import dev.pawl.workflows.model.evidence.HostObstacle;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that the user's directory has and that are not committed, such as {@code .env}. */
final class MissingFile {
    private static final List<Pattern> SAID = List.of(
            Pattern.compile("No such file or directory: ['\"‘]?([^'\"’\\s:]+)"),
            Pattern.compile("ENOENT: no such file or directory, \\w+ '([^'\\n]+)'"),
            Pattern.compile("(?i)(?:cannot|can't|could not) open (?:file )?['\"]?([^\\s'\":]+)"),
            Pattern.compile("['\"‘]?([\\w@./-]+)['\"’]?: No such file or directory"),
            Pattern.compile("open ([^\\s:]+): no such file or directory"),
            Pattern.compile("(?:FileNotFoundException|NoSuchFileException): ([^\\s:(]+)"),
            Pattern.compile("(?m): ['\"]?([\\w@./-]+)['\"]?: not found$"));

    /** Settings, keys and data. What a build makes may be missing because of the work. */
    private static final Pattern KEPT =
            Pattern.compile("(?i)(?:.*/)?(?:\\.env[^/]*|[^/]*(?:secret|credential|password)[^/]*"
                    + "|[^/]+\\.(?:env|local|json|ya?ml|toml|ini|properties|cfg|conf|xml|pem|key|p12|pfx|jks|keystore|crt|cer"
                    + "|db|sqlite3?|csv|sql))");

    private static final Pattern MADE = Pattern.compile(
            "(?:.*/)?(?:build|dist|out|target|node_modules|coverage|bin|obj|tmp|logs?|\\.next|\\.venv|venv|__pycache__)/.*");

    private MissingFile() {}

    static Optional<HostObstacle> of(RedBase red) {
        Path source = red.source();
        if (source == null) {
            return Optional.empty();
        }
        return named(red)
                .filter(path -> !red.base().has(path) && !red.request().files().contains(path))
                .filter(path ->
                        KEPT.matcher(path).matches() && !MADE.matcher(path).matches())
                .filter(path -> isFile(source, path) && !red.wanted(path) && !red.wanted(name(path)))
                .findFirst()
                .map(path -> red.obstacle(
                        "%s is not committed, so it is missing in the workspace".formatted(path),
                        "add to the task file: copy: [%s]".formatted(RedBase.quoted(path))));
    }

    /** Relative to the workspace. */
    private static Stream<String> named(RedBase red) {
        List<String> named = new ArrayList<>();
        for (Pattern pattern : SAID) {
            Matcher said = pattern.matcher(red.output());
            while (said.find()) {
                relative(red, said.group(1)).forEach(named::add);
            }
        }
        return named.stream().distinct();
    }

    private static Stream<String> relative(RedBase red, String said) {
        try {
            Path top = red.workspace();
            Path path = top.resolve(red.start()).resolve(said).normalize();
            Path above = top.resolve(said).normalize();
            return Stream.of(path, above)
                    .filter(each -> each.startsWith(top) && !each.equals(top))
                    .map(each -> top.relativize(each).toString());
        } catch (InvalidPathException noPath) {
            return Stream.empty();
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean isFile(Path source, String path) {
        try {
            return Files.isRegularFile(source.resolve(path), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
