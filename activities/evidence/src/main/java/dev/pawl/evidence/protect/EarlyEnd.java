package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.evidence.tree.PathGlob;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Code of the product that ends its tests with code 0, where no guard can be loaded into their process: in a function that
 * the base's tests call, or what that calls in the same file, and while the file is loaded. Tests that speak of ends of the
 * process themselves may mean it.
 */
final class EarlyEnd {
    /**
     * @param exits in code without comments and texts
     * @param called by {@code %s}, how a test calls a function
     * @param loading in code that is no part of a function: what ends the process, or what decides how it ends
     * @param known what tests say that deal with ends of the process themselves
     */
    private record Language(PathGlob files, Pattern exits, String called, Pattern loading, Pattern known) {}

    /** Go calls it when a package is loaded. */
    private static final String GO_START = "init";

    private static final String GO_FILE = "any.go";

    private static final String RUST_TESTS = "#[cfg(test)]";

    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final Pattern SHELL_EXIT =
            Pattern.compile("(?m)(?<![\\w$-])exit[ \\t]+0\\b|(?<!\\|\\|)(?<=^|[;&{])[ \\t]*exit[ \\t]*(?=$|[;}])");

    /** In a block that runs at the end, this is the exit code. */
    private static final String PERL_STATUS = "\\$\\?\\s*=(?![=~])";

    private static final Pattern LUA_EXIT =
            Pattern.compile("\\bos\\s*\\.\\s*exit\\s*\\(\\s*(?:0|true)?\\s*(?:,[^)]*)?\\)");

    /** Started, and not loaded. */
    private static final Pattern PROGRAM = Pattern.compile("(?:.*/)?(?:bin|scripts|cmd)/.*");

    private static final List<Language> ALL = List.of(
            new Language(
                    PathGlob.of("**/*.{c,cc,cpp,cxx,h,hh,hpp,m,mm}"),
                    Pattern.compile("(?<![\\w.>])(?:_exit|_Exit|quick_exit|exit)\\s*\\(\\s*(?:0|EXIT_SUCCESS)\\s*\\)"),
                    "\\b%s\\s*\\(",
                    Pattern.compile("__attribute__\\s*\\(\\(\\s*_*(?:con|de)structor|#\\s*pragma\\s+(?:startup|init)\\b"
                            + "|(?<![\\w.>])(?:_exit|_Exit|quick_exit|exit)\\s*\\(\\s*(?:0|EXIT_SUCCESS)\\s*\\)"),
                    Pattern.compile("\\b(?:fork|waitpid|atexit|setjmp)\\b|\\bEXPECT_EXIT\\b|\\b__wrap_exit\\b")),
            new Language(
                    PathGlob.of("**/*.php"),
                    Pattern.compile("(?<![\\w$>:])(?:exit|die)\\s*(?:;|\\(\\s*0?\\s*\\))"),
                    "\\b%s\\s*\\(",
                    NOTHING,
                    Pattern.compile("\\b(?:proc_open|pcntl_fork|shell_exec)\\b")),
            new Language(
                    PathGlob.of("**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}"),
                    Pattern.compile("\\bprocess\\s*(?:\\.\\s*(?:exit|reallyExit)|\\[\\s*])\\s*\\(\\s*0?\\s*\\)"
                            + "|(?<![\\w$.])exit\\s*\\(\\s*0?\\s*\\)"),
                    "\\b%s\\b",
                    NOTHING,
                    Pattern.compile("\\bexit\\b|child_process|\\bspawn|\\bexec(?:File|Sync)?\\b")),
            new Language(
                    PathGlob.of("**/*.{pm,pl}"),
                    Pattern.compile(PERL_STATUS + "|(?<![\\w$@%>-])(?:POSIX::_)?exit\\s*(?:\\(\\s*0?\\s*\\)|0\\b|;)"),
                    "\\b%s\\b",
                    Pattern.compile(PERL_STATUS),
                    Pattern.compile("\\b(?:fork|system|exit)\\b|\\bqx\\b")),
            new Language(
                    PathGlob.of("**/*.lua"),
                    LUA_EXIT,
                    "\\b%s\\b",
                    LUA_EXIT,
                    Pattern.compile("\\bos\\.e(?:xit|xecute)\\b|\\bio\\.popen\\b")),
            new Language(
                    PathGlob.of("**/*.{sh,bash,ksh}"),
                    SHELL_EXIT,
                    "(?m)(?:^|[;&|!]|\\bthen|\\bdo|\\bif|\\bwhile|\\belse)[ \\t]*%s\\b",
                    Pattern.compile(SHELL_EXIT
                            + "|(?m)^\\s*trap\\s+.*\\bexit\\b(?!\\s+[1-9$])|^\\s*set\\s+\\+(?:[a-z]*e|o\\s+errexit)"
                            + "|^\\s*set\\s+(?:-[a-z]*n|-o\\s+noexec)|^\\s*exec\\s+(?!\\d*[<>&])"),
                    Pattern.compile("\\btrap\\b")),
            new Language(
                    PathGlob.of("**/*.go"),
                    Pattern.compile("\\b(?:os|syscall|unix)\\s*\\.\\s*Exit\\s*\\(\\s*0\\s*\\)"),
                    "\\b%s\\s*[(\\[]",
                    NOTHING,
                    Pattern.compile("\\bexec\\.Command")),
            new Language(
                    PathGlob.of("**/*.rs"),
                    Pattern.compile("\\bprocess\\s*::\\s*exit\\s*\\(\\s*0\\s*\\)"
                            + "|(?<![\\w.:])(?:libc\\s*::\\s*)?_?exit\\s*\\(\\s*0\\s*\\)"),
                    "\\b%s\\s*[(:]",
                    NOTHING,
                    Pattern.compile("\\bCommand::new")));

    /** Words of a shell that tests are made of. */
    private static final Set<String> OF_TESTS =
            Set.of("[", "[[", "test", "exit", "set", "false", "diff", "cmp", "grep", "run", "assert", "fail", "skip");

    private EarlyEnd() {}

    /** @param changed paths that differ between the two */
    static List<Finding> findings(FileTree base, FileTree result, Set<String> changed, ProtectedFiles files) {
        List<Finding> findings = new ArrayList<>();
        // Read once per language, however many files changed.
        Map<Language, String> tests = new HashMap<>();
        for (String path : changed) {
            for (Language language : ALL) {
                if (language.files().matches(path) && !RunnerFiles.test(path) && !files.isProtected(path)) {
                    look(
                                    path,
                                    language,
                                    base,
                                    result,
                                    () -> tests.computeIfAbsent(language, its -> tests(its, base, files)))
                            .ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    private static Optional<Finding> look(
            String path, Language language, FileTree base, FileTree result, Supplier<String> testsOfLanguage) {
        CodeUnits now = CodeUnits.of(path, ExitCodes.settled(result.text(path)));
        if (!found(language.exits(), now.code()) && !shell(path)) {
            return Optional.empty();
        }
        CodeUnits before = CodeUnits.of(path, ExitCodes.settled(base.text(path)));
        String tests = testsOfLanguage.get() + inline(path, base.text(path));
        if (language.known().matcher(tests).find()) {
            return Optional.empty();
        }
        Set<String> ending = ending(now, language, tests);
        ending.removeAll(ending(before, language, tests));
        if (!ending.isEmpty()) {
            return Optional.of(finding(path, "'%s' ends the process under its tests".formatted(first(ending))));
        }
        boolean shell = shell(path);
        if (shell ? !sourced(path, tests) : PROGRAM.matcher(path).matches()) {
            return Optional.empty();
        }
        if (found(language.loading(), loaded(now, shell)) && !found(language.loading(), loaded(before, shell))) {
            return Optional.of(finding(path, "decides how the process of its tests ends while it is loaded"));
        }
        Set<String> replaced = new HashSet<>(now.names());
        replaced.removeAll(before.names());
        replaced.retainAll(shell ? OF_TESTS : Set.of());
        return replaced.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(path, "replaces '%s', which tests use".formatted(first(replaced))));
    }

    /** The tests in a file of the product. */
    private static String inline(String path, String text) {
        int at = path.endsWith(".rs") ? text.indexOf(RUST_TESTS) : -1;
        return at < 0 ? "" : text.substring(at);
    }

    private static boolean shell(String path) {
        return path.matches(".*\\.(?:ba|k)?sh");
    }

    /** What stands in a process of its own ends nothing but that. */
    private static String loaded(CodeUnits code, boolean shell) {
        return shell ? code.outside().replaceAll("\\([^()\\n]*\\)", " ") : code.outside();
    }

    /** Functions that tests call, and that end the process themselves or through others of the file. */
    private static Set<String> ending(CodeUnits code, Language language, String tests) {
        Set<String> ending = new HashSet<>();
        for (String name : code.names()) {
            if (!name.equals("main")
                    && ((name.equals(GO_START) && language.files().matches(GO_FILE))
                            || found(called(language, name), tests))
                    && found(language.exits(), code.reachedFrom(name))) {
                ending.add(name);
            }
        }
        return ending;
    }

    private static Pattern called(Language language, String name) {
        return Pattern.compile(language.called().formatted(Pattern.quote(name)));
    }

    /** Whether a test or a script of the check takes a file of the shell into its own process. */
    private static boolean sourced(String path, String tests) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Pattern.compile("(?m)(?:^|[\\s;&|({])(?:\\.|source|load|bats_load_\\w+)\\s+\\S*" + Pattern.quote(name))
                .matcher(tests)
                .find();
    }

    /** Those of the language; what is of none of these may be of a shell. */
    private static String tests(Language language, FileTree base, ProtectedFiles files) {
        List<Language> others =
                ALL.stream().filter(other -> !other.equals(language)).toList();
        StringBuilder tests = new StringBuilder();
        base.files().stream()
                .filter(path -> files.holdsTestsOnly(path) && !path.contains("node_modules/"))
                .filter(path -> others.stream().noneMatch(other -> other.files().matches(path)))
                .limit(500)
                .forEach(path -> tests.append(base.text(path)).append('\n'));
        return tests.toString();
    }

    private static boolean found(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }

    private static String first(Set<String> names) {
        return names.stream().sorted().findFirst().orElse("");
    }

    private static Finding finding(String path, String detail) {
        return Finding.asking(FindingKind.RUNNER_CONFIGURATION, path, detail);
    }
}
