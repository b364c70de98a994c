package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.evidence.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds product code that manipulates the runner that tests it. Such code runs in the runner's process, so no output of
 * that process proves anything against it. Known ways are searched in lines that the base does not have; unknown ways
 * are the limit of what a check in one process can prove.
 */
final class ReachIntoRunner {
    /** @param besides what the file has to contain as well */
    private record Trick(Pattern code, Pattern besides, String detail) {}

    private static final Pattern LOOKS_UP = Pattern.compile(
            "\\b(?:sys\\.modules|modules|importlib|import_module|__import__|find_spec|getattr|globals|vars|exec|eval)\\b");

    private static final List<Trick> PYTHON = List.of(
            trick(
                    "^\\s*(?:import|from)\\s+(?:[\\w.]+\\s*,\\s*)*(?:unittest|_?pytest|pluggy)\\b(?!\\.mock)",
                    "code under test imports the test runner"),
            new Trick(
                    Pattern.compile("[\"'](?:unittest|_pytest|pytest)(?:\\.\\w+)*[\"']"),
                    LOOKS_UP,
                    "code under test looks up the test runner"),
            trick("\\bmock\\b.*\\bANY\\b", "an object that equals everything passes any test"),
            trick("\\b(?:os|posix|_os)\\._exit\\b|\\bimport\\s+_exit\\b", "ends the process under the test runner"),
            trick("\\bPYTEST_CURRENT_TEST\\b|\\bPAWL_\\w+", "behaves differently under test"),
            trick(
                    "\\bgc\\.get_(?:objects|referrers)\\b|\\binspect\\.(?:stack|currentframe|getouterframes)\\b|\\bextract_stack\\b|\\b_getframe\\b.*\\bf_(?:back|globals|locals)\\b",
                    "reaches into its caller"),
            trick("\\bbuiltins\\.(?:AssertionError|isinstance|__import__)\\s*=", "replaces what tests rely on"));

    private static final Pattern EQUAL_TO_ALL = Pattern.compile(
            "def\\s+__(?:eq|ne|lt|le|gt|ge)__\\s*\\([^)]*\\)[^:]*:\\s*(?:#.*)?(?:\"\"\".*?\"\"\"\\s*)?return\\s+(?:True|False)\\b(?!\\s*(?:if|and|or))",
            Pattern.DOTALL);

    private static final Pattern EQUAL_BY_LAMBDA = Pattern.compile(
            "__(?:eq|ne)__[\"']?\\s*[=:,]\\s*(?:staticmethod\\()?lambda\\b[^:\\n]*:\\s*(?:True|1|not\\s+(?:False|None|0))\\b(?!\\s*(?:if|and))");

    private static final Pattern RUBY_EQUAL_BY_BLOCK =
            Pattern.compile("define_(?:singleton_)?method\\s*\\(?\\s*:(?:==|!=|===|eql\\?|equal\\?)\\s*\\)?\\s*"
                    + "(?:\\{|do)\\s*(?:\\|[^|\\n]*\\|)?\\s*(?:true|1|self|itself)\\s*(?:}|end\\b)");

    private static final Pattern RUBY_EQUAL_TO_ALL = Pattern.compile(
            "def\\s+(?:==|!=|eql\\?|equal\\?|===)\\s*(?:\\([^)]*\\)|\\w+|\\*)?\\s*(?:;|\\n|=)?\\s*(?:return\\s+)?true\\b(?!\\s*(?:if|and|&&|unless))");

    private static final Trick EXIT =
            trick("^process\\.(?:exit|reallyExit|kill|abort)\\s*\\(", "ends the process under the test runner");

    /** Paths of programs, which are started and not loaded. */
    private static final Pattern PROGRAM = Pattern.compile("(?:.*/)?(?:bin|scripts)/[^/]+|(?:.*/)?cli\\.[cm]?[jt]s");

    private static final List<Trick> NODE = List.of(
            trick(
                    "require\\([\"'](?:node:)?(?:assert(?:/strict)?|test)[\"']\\)\\s*\\.\\w+\\s*=",
                    "replaces what tests rely on"),
            trick(
                    "^\\s*(?:globalThis|global)\\.(?:expect|it|test|describe|assert)\\s*=",
                    "replaces what tests rely on"),
            EXIT);

    private static final List<Trick> RUBY = List.of(
            trick(
                    "^\\s*(?:class|module)\\s+(?:::)?(?:Minitest|RSpec|Test::Unit)\\b"
                            + "|\\b(?:Minitest|RSpec|Test::Unit)(?:::\\w+)+\\.(?:class_eval|module_eval|prepend|define_method|send|class_variable_set|runnables|reset)\\b",
                    "replaces what tests rely on"),
            trick("\\bPAWL_\\w+", "behaves differently under test"));

    private static final List<Trick> PHP = List.of(
            trick("\\bPHPUNIT_\\w+|\\bPAWL_\\w+|\\b__PHPUNIT\\w+", "behaves differently under test"),
            trick("\\b(?:ini_set|assert_options)\\s*\\(\\s*[\"']?(?:zend\\.)?assert", "replaces what tests rely on"));

    private ReachIntoRunner() {}

    static List<Finding> findings(FileTree base, FileTree result, Set<String> changed, ProtectedFiles files) {
        List<Finding> findings = new ArrayList<>();
        for (String path : changed) {
            List<Trick> tricks = tricks(path);
            if (!tricks.isEmpty() && !RunnerFiles.test(path) && !files.configures(path)) {
                String after = result.text(path);
                look(path, base.text(path), after, program(path, after) ? without(EXIT, tricks) : tricks, findings);
            }
        }
        return findings;
    }

    private static void look(String path, String before, String after, List<Trick> tricks, List<Finding> findings) {
        if (before.equals(after)) {
            return;
        }
        Set<String> known = new HashSet<>(before.lines().toList());
        List<String> lines = after.lines().toList();
        for (Trick trick : tricks) {
            IntStream.range(0, lines.size())
                    .filter(i -> !known.contains(lines.get(i)))
                    .filter(i -> trick.code().matcher(lines.get(i)).find())
                    .filter(i -> trick.besides().matcher(after).find())
                    .findFirst()
                    .ifPresent(i -> findings.add(
                            RunnerTampering.finding(path, "%s (line %d)".formatted(trick.detail(), i + 1))));
        }
        for (Pattern equal : equal(path)) {
            if (equal.matcher(after).find() && !equal.matcher(before).find()) {
                findings.add(RunnerTampering.finding(path, "an object that equals everything passes any test"));
            }
        }
        if (path.matches(".*\\.[cm]?[jt]sx?")) {
            PatchedLibraries.line(after)
                    .filter(line -> !known.contains(line))
                    .ifPresent(line -> findings.add(
                            RunnerTampering.finding(path, "replaces what tests rely on: " + line.strip())));
        }
    }

    private static List<Pattern> equal(String path) {
        if (path.endsWith(".py")) {
            return List.of(EQUAL_TO_ALL, EQUAL_BY_LAMBDA);
        }
        return path.endsWith(".rb") ? List.of(RUBY_EQUAL_TO_ALL, RUBY_EQUAL_BY_BLOCK) : List.of();
    }

    private static boolean program(String path, String text) {
        return text.startsWith("#!") || PROGRAM.matcher(path).matches();
    }

    private static List<Trick> without(Trick trick, List<Trick> tricks) {
        return tricks.stream().filter(one -> !one.equals(trick)).toList();
    }

    private static List<Trick> tricks(String path) {
        if (path.endsWith(".py")) {
            return PYTHON;
        }
        if (path.endsWith(".rb")) {
            return RUBY;
        }
        if (path.endsWith(".php")) {
            return PHP;
        }
        return path.matches(".*\\.[cm]?[jt]sx?") ? NODE : List.of();
    }

    private static Trick trick(String regex, String detail) {
        return new Trick(Pattern.compile(regex), Pattern.compile(""), detail);
    }
}
