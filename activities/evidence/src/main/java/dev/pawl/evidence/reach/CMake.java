package dev.pawl.evidence.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tests that CMake's lists declare: what their commands start, and sources of programs that are only such tests.
 * Generator expressions and functions of CMake are not evaluated.
 */
final class CMake {
    private static final Pattern STATEMENT = Pattern.compile("(?i)\\b(add_test|add_executable)\\s*\\(([^()]*)\\)");
    private static final Pattern COMMENT = Pattern.compile("(?m)#.*$");
    private static final Pattern DIRECTORY = Pattern.compile(
            "\\$\\{(?:CMAKE_CURRENT_SOURCE_DIR|CMAKE_CURRENT_LIST_DIR|PROJECT_SOURCE_DIR|CMAKE_SOURCE_DIR)}/?");

    private static final Set<String> TARGETS = Set.of("test", "check", "RUN_TESTS");

    private record Program(Place place, List<String> sources) {}

    private CMake() {}

    /** {@code cmake --build … --target test}; other targets are the work. */
    static void built(Call call, Trail trail) {
        if (call.arguments().stream().anyMatch(TARGETS::contains)) {
            tests(call, trail);
        }
    }

    static void tests(Call call, Trail trail) {
        Map<String, Program> programs = new HashMap<>();
        List<Call> tests = new ArrayList<>();
        trail.base().files().stream()
                .filter(path -> path.equals("CMakeLists.txt") || path.endsWith("/CMakeLists.txt"))
                .forEach(path -> read(path, call, trail, programs, tests));
        Set<String> names = new HashSet<>();
        for (Call test : tests) {
            names.add(test.words().getFirst());
            if (!programs.containsKey(test.words().getFirst())) {
                trail.follow(test);
            }
            test.arguments().forEach(word -> trail.own(test, word));
        }
        programs.forEach((name, program) -> {
            if (names.contains(name)) {
                program.sources().stream()
                        .filter(source -> programs.entrySet().stream()
                                .noneMatch(other -> !names.contains(other.getKey())
                                        && other.getValue().sources().contains(source)))
                        .filter(source -> source.matches("(?i)(?:.*[/_-])?(?:tests?|checks?|spec)(?:[/_.-].*)?"))
                        .forEach(source -> trail.file(program.place(), source)
                                .ifPresent(path -> trail.own(path, call.why() + " → test '" + name + "'")));
            }
        });
    }

    private static void read(String path, Call call, Trail trail, Map<String, Program> programs, List<Call> tests) {
        Place place = Place.of(path);
        Matcher statement =
                STATEMENT.matcher(COMMENT.matcher(trail.text(path).orElse("")).replaceAll(""));
        while (statement.find()) {
            List<String> words = new ArrayList<>(
                    List.of(statement.group(2).strip().replace("\"", "").split("\\s+")));
            if (statement.group(1).equalsIgnoreCase("add_executable")) {
                String name = words.removeFirst();
                words.replaceAll(word -> DIRECTORY.matcher(word).replaceAll(""));
                programs.put(name, new Program(place, words));
                continue;
            }
            int command = words.indexOf("COMMAND");
            int end = words.indexOf("WORKING_DIRECTORY");
            int from = command >= 0 ? command + 1 : 1;
            List<String> started = words.subList(Math.min(from, words.size()), end > from ? end : words.size()).stream()
                    .map(word -> DIRECTORY.matcher(word).replaceAll(""))
                    .toList();
            if (!started.isEmpty()) {
                tests.add(new Call(started, place, call.why() + " → " + path, call.depth() + 1));
            }
        }
    }
}
