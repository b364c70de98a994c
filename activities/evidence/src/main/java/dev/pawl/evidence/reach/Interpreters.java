package dev.pawl.evidence.reach;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs that run a file: the file that they run belongs to the check, files that they only read do not. */
final class Interpreters {
    /** Options with a value, by program. */
    private static final Map<String, Set<String>> WITH_VALUE = Map.of(
            "python", Set.of("-W", "-X", "--check-hash-based-pycs"),
            "perl", Set.of("-I", "-M"),
            "ruby", Set.of("-I", "-r", "-C"),
            "php", Set.of("-d", "-c", "-z"),
            "node", Set.of("-r", "--require", "--import", "--loader", "--experimental-loader", "-C", "--conditions"),
            "deno", Set.of("--config", "-c", "--import-map", "--lock"),
            "lua", Set.of("-l"));

    /** Options with which nothing, or no file, is run. */
    private static final Map<String, Set<String>> NO_FILE = Map.of(
            "python", Set.of("-c"),
            "perl", Set.of("-e", "-E", "-c"),
            "ruby", Set.of("-e", "-c"),
            "php", Set.of("-r", "-l"),
            "node", Set.of("-e", "--eval", "-p", "--print", "-c", "--check", "-pe"),
            "lua", Set.of("-e"));

    /** Options that name code to load before the program. */
    private static final Set<String> LOADED =
            Set.of("-r", "--require", "--import", "--loader", "--experimental-loader");

    private Interpreters() {}

    static void run(String program, Call call, Trail trail) {
        String kind = switch (program) {
            case "nodejs", "tsx", "ts-node" -> "node";
            case "pypy" -> "python";
            case "luajit" -> "lua";
            default -> program;
        };
        List<String> words = call.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (kind.equals("node") && word.equals("--test")) {
                loaded(call, trail);
                TestRunners.run("node", call, trail);
                return;
            }
            if (kind.equals("python") && word.equals("-m") && i + 1 < words.size()) {
                module(call, i + 1, trail);
                return;
            }
            if (NO_FILE.getOrDefault(kind, Set.of()).contains(word)) {
                return;
            }
            if (WITH_VALUE.getOrDefault(kind, Set.of()).contains(word)) {
                i++;
            } else if (subcommand(kind, word)) {
                if (word.equals("test")) {
                    TestRunners.run(kind, call, trail);
                    return;
                }
                if (word.equals("check") || word.equals("lint") || word.equals("fmt")) {
                    return;
                }
            } else if (!word.startsWith("-")) {
                loaded(call, trail);
                words.subList(i, words.size()).forEach(file -> trail.own(call, file));
                return;
            }
        }
    }

    private static boolean subcommand(String kind, String word) {
        return (kind.equals("deno")
                        && Set.of("run", "test", "check", "lint", "fmt", "task").contains(word))
                || (kind.equals("coverage") && word.equals("run"));
    }

    private static void loaded(Call call, Trail trail) {
        if (Set.of("node", "nodejs", "tsx", "ts-node").contains(call.program())) {
            LOADED.forEach(option -> call.option(option).ifPresent(file -> trail.own(call, file)));
        }
    }

    /** A module is an installed program, or a file of the workspace. */
    private static void module(Call call, int at, Trail trail) {
        String module = call.arguments().get(at);
        String path = module.replace('.', '/');
        boolean ours = List.of(path + ".py", path + "/__main__.py", path + "/__init__.py").stream()
                .map(file -> trail.file(call.place(), file))
                .flatMap(Optional::stream)
                .map(file -> trail.own(file, call.why()))
                .reduce(false, Boolean::logicalOr);
        if (!ours) {
            trail.follow(call.from(at + 1));
        }
    }
}
