package dev.pawl.evidence.reach;

import java.util.Set;
import java.util.regex.Pattern;

/** What the programs that checks start do with their arguments, as far as files of the base are concerned. */
final class Programs {
    private static final Pattern VERSION = Pattern.compile("[\\d.]+$");

    /** These only read their arguments, which are therefore what is checked. */
    private static final Set<String> READERS = Wrappers.words("""
            test [ [[ grep egrep fgrep rg stat ls wc jq yq xmllint file find head tail shellcheck shfmt
            py_compile compileall pyflakes pycodestyle gofmt gcc g++ cc c++ clang clang++ rustc javac ghc
            swiftc kotlinc zig gnatmake echo printf cp mv rm mkdir touch chmod export unset set true false
            markdownlint yamllint json.tool hadolint luac fi done } esac return exit shift read local
            declare readonly git tar zip unzip curl wget
            """);

    private Programs() {}

    static void follow(Call call, Trail trail) {
        Call plain = Wrappers.plain(call);
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
            case "nox" -> Recipes.nox(plain, trail);
            case "ctest" -> CMake.tests(plain, trail);
            case "cmake" -> CMake.built(plain, trail);
            case "cargo" -> Cargo.run(plain, trail);
            case "mvn", "mvnw", "mvnd" -> MavenBuild.run(plain, trail);
            case "gradle", "gradlew" -> GradleBuild.run(plain, trail);
            case "rake" -> Rake.run(plain, trail);
            case "composer" -> Composer.run(plain, trail);
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
            // A script for which a wrapper finds the interpreter.
            trail.own(call, first);
        }
        if (TestRunners.run(program, call, trail) || READERS.contains(program)) {
            return;
        }
        call.arguments().forEach(word -> trail.own(call, word));
    }
}
