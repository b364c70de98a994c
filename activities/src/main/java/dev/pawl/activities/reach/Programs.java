package dev.pawl.activities.reach;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the programs that checks start do with their arguments, as far as files of the base matter to it. */
final class Programs {
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("[\\d.]+$");

    /** Words of the shell's grammar, and programs that start the rest of their line, without options that have a value. */
    private static final Set<String> PREFIXES = Set.of(
            "if",
            "then",
            "elif",
            "else",
            "while",
            "until",
            "do",
            "!",
            "{",
            "time",
            "exec",
            "command",
            "builtin",
            "env",
            "nohup",
            "setsid",
            "stdbuf",
            "unbuffer",
            "catchsegv",
            "sudo",
            "doas",
            "cross-env",
            "dotenv",
            "c8",
            "nyc",
            "xvfb-run",
            "npx",
            "bunx",
            "fakeroot",
            "ccache",
            "strace",
            "valgrind",
            "faketime",
            "trap");

    /** Programs whose subcommand starts the rest of the line. */
    private static final Map<String, Set<String>> RUNNERS = Map.of(
            "poetry", Set.of("run"),
            "uv", Set.of("run"),
            "uvx", Set.of(),
            "pipenv", Set.of("run"),
            "pdm", Set.of("run"),
            "hatch", Set.of("run", "test"),
            "rye", Set.of("run"),
            "bundle", Set.of("exec"),
            "mise", Set.of("exec", "x"),
            "asdf", Set.of("exec"));

    /** What these read is what is checked, not how. */
    private static final Set<String> READERS = Set.of(
            "test",
            "[",
            "[[",
            "grep",
            "egrep",
            "fgrep",
            "rg",
            "stat",
            "ls",
            "wc",
            "jq",
            "yq",
            "xmllint",
            "file",
            "find",
            "head",
            "tail",
            "shellcheck",
            "shfmt",
            "py_compile",
            "compileall",
            "pyflakes",
            "pycodestyle",
            "gofmt",
            "gcc",
            "g++",
            "cc",
            "c++",
            "clang",
            "clang++",
            "rustc",
            "javac",
            "ghc",
            "swiftc",
            "kotlinc",
            "zig",
            "gnatmake",
            "echo",
            "printf",
            "cp",
            "mv",
            "rm",
            "mkdir",
            "touch",
            "chmod",
            "export",
            "unset",
            "set",
            "true",
            "false",
            "markdownlint",
            "yamllint",
            "json.tool",
            "hadolint",
            "luac",
            "fi",
            "done",
            "}",
            "esac",
            "return",
            "exit",
            "shift",
            "read",
            "local",
            "declare",
            "readonly",
            "git",
            "tar",
            "zip",
            "unzip",
            "curl",
            "wget");

    private Programs() {}

    static void follow(Call call, Trail trail) {
        Call plain = plain(call);
        if (plain == null) {
            return;
        }
        String first = plain.words().getFirst();
        if (first.contains(" ")) {
            trail.shell(first, plain.place(), plain.place(), plain.why(), plain.depth() + 1);
            return;
        }
        trail.starts(plain);
        String program = VERSION.matcher(plain.program()).replaceAll("");
        switch (program) {
            case "sh", "bash", "dash", "zsh", "ksh", "ash", "busybox" -> Shells.run(plain, trail);
            case "source", "." -> Shells.source(plain, trail);
            case "eval" -> Shells.eval(plain, trail);
            case "make", "gmake" -> new Make(trail).run(plain);
            case "npm", "pnpm", "yarn", "bun" -> NodePackages.run(plain, trail);
            case "concurrently", "npm-run-all", "npm-run-all2", "run-s", "run-p" -> NodePackages.several(plain, trail);
            case "just" -> Recipes.just(plain, trail);
            case "task", "go-task" -> Recipes.task(plain, trail);
            case "tox" -> Recipes.tox(plain, trail);
            case "cargo" -> Cargo.run(plain, trail);
            case "python",
                    "pypy",
                    "ruby",
                    "perl",
                    "php",
                    "lua",
                    "luajit",
                    "Rscript",
                    "node",
                    "nodejs",
                    "tsx",
                    "ts-node",
                    "deno",
                    "pwsh",
                    "expect",
                    "tclsh",
                    "osascript",
                    "coverage",
                    "guile",
                    "racket",
                    "sbcl",
                    "elixir",
                    "escript",
                    "groovy",
                    "jshell",
                    "octave" -> Interpreters.run(program, plain, trail);
            default -> other(program, plain, trail);
        }
    }

    private static void other(String program, Call call, Trail trail) {
        String first = call.words().getFirst();
        boolean installed = first.contains("node_modules/.bin/") || first.contains(".venv/bin/");
        if (first.contains("/") && !installed && Shells.executable(call, trail)) {
            return;
        }
        if (first.contains(".")) {
            // A script that a wrapper finds an interpreter for.
            trail.own(call, first);
        }
        if (TestRunners.run(program, call, trail) || READERS.contains(program)) {
            return;
        }
        call.arguments().forEach(word -> trail.own(call, word));
    }

    /** The call without assignments and wrappers; null if nothing is left. */
    private static @Nullable Call plain(Call call) {
        List<String> words = call.words();
        int at = 0;
        boolean wrapped = false;
        while (at < words.size()) {
            String word = words.get(at);
            String name = word.substring(word.lastIndexOf('/') + 1);
            if (ASSIGNMENT.matcher(word).matches() || PREFIXES.contains(word) || PREFIXES.contains(name)) {
                wrapped = true;
                at++;
            } else if (name.equals("timeout") || name.equals("nice") || name.equals("ionice") || name.equals("flock")) {
                at = skipValues(words, at + 1, name);
                wrapped = true;
            } else if (RUNNERS.containsKey(name)) {
                int sub = at + 1;
                while (sub < words.size() && words.get(sub).startsWith("-")) {
                    sub++;
                }
                if (sub < words.size() && RUNNERS.get(name).contains(words.get(sub))) {
                    sub++;
                } else if (!RUNNERS.get(name).isEmpty()) {
                    return call.from(at);
                }
                at = sub;
                wrapped = true;
            } else if (wrapped && word.startsWith("-")) {
                at++;
            } else {
                return call.from(at);
            }
        }
        return null;
    }

    private static int skipValues(List<String> words, int from, String name) {
        int at = from;
        boolean value = !name.equals("nice") && !name.equals("ionice");
        while (at < words.size()) {
            String word = words.get(at);
            if (word.matches("-[skncp]|--signal|--kill-after|--adjustment")) {
                at += 2;
            } else if (word.startsWith("-")) {
                at++;
            } else if (value) {
                value = false;
                at++;
            } else {
                break;
            }
        }
        return at;
    }
}
