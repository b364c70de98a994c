package dev.pawl.evidence.protect;

import dev.pawl.evidence.report.TestReport;
import dev.pawl.evidence.report.TestStatus;
import dev.pawl.evidence.tree.FileTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tests of the baseline that may be missing, since the task allows their file to change or to be removed. The test
 * names that a runner prints are looked up in the text of such a file; if other files of the base contain the name too,
 * it has to identify the file.
 */
public final class ExcusedTests {
    private static final Pattern DECLARED = Pattern.compile(
            "(?m)^\\s*(?:async\\s+)?def\\s+test|^\\s*func\\s+(?:Test|Example|Fuzz)|(?<![.\\w])(?:it|test|specify|Deno\\.test)(?:\\.\\w+)*\\s*[(\"'`]"
                    + "|@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Property)\\b|#\\[(?:\\w+::)*test\\b|^\\s*@test\\b"
                    + "|^\\s*(?:it|test|specify|scenario)\\s+[\"']|^\\s*TEST(?:_F|_P)?\\s*\\(|^\\s*(?:unittest\\b|test\\s*\\{)"
                    + "|^\\s*(?:ok|is|isnt|like|is_deeply|cmp_ok)\\b|^\\s*>>> ");

    /** Declarations that run as many tests. */
    private static final Pattern MANY = Pattern.compile(
            "parametrize|subTest|\\.each\\b|@ParameterizedTest|@RepeatedTest|@TestFactory|rstest|\\bfor\\b");

    private static final Pattern PARAMETERS = Pattern.compile("[\\[(].*$", Pattern.DOTALL);

    private final FileTree base;
    private final FileTree result;
    private final Map<String, String> changed;

    /** @param changed current paths by paths of the base; empty for a removed file */
    public ExcusedTests(FileTree base, FileTree result, Map<String, String> changed) {
        this.base = base;
        this.result = result;
        this.changed = changed;
    }

    /** @return the report of the baseline without the excused tests */
    public TestReport without(TestReport before) {
        if (changed.isEmpty() || !before.recognised()) {
            return before;
        }
        Map<String, TestStatus> kept = new LinkedHashMap<>();
        int excused = 0;
        for (Map.Entry<String, TestStatus> test : before.tests().entrySet()) {
            if (!excused(test.getKey(), test.getValue())) {
                kept.put(test.getKey(), test.getValue());
            } else if (test.getValue() != TestStatus.SKIPPED) {
                excused++;
            }
        }
        int fewer = Math.max(excused, lost(before));
        return new TestReport(
                before.runner(),
                before.complete(),
                Math.max(0, before.ran() - fewer),
                before.failed(),
                before.skipped(),
                kept,
                before.named(),
                before.xml());
    }

    /** A red test that still exists stays known as red. */
    private boolean excused(String name, TestStatus status) {
        return changed.entrySet().stream()
                .filter(file -> meant(name, file.getKey()))
                .anyMatch(file -> !status.red() || !titled(result.text(file.getValue()), name));
    }

    private boolean meant(String name, String path) {
        if (!titled(base.text(path), name)) {
            return false;
        }
        int named = named(name, path);
        return base.files().stream()
                .filter(other -> !changed.containsKey(other) && sameKind(path, other))
                .filter(other -> named(name, other) >= named)
                .noneMatch(other -> titled(base.text(other), name));
    }

    private static boolean sameKind(String path, String other) {
        return other.endsWith(path.substring(path.lastIndexOf('.') + 1));
    }

    /** How many trailing parts of a path the name of a test contains. */
    private static int named(String name, String path) {
        String plain = "." + name.replaceAll("/|::| > |:", ".") + ".";
        int dot = path.lastIndexOf('.');
        String file = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
        int slash = path.lastIndexOf('/');
        // Go names packages, not files.
        String from = path.endsWith(".go") ? (slash < 0 ? "" : path.substring(0, slash)) : file;
        if (plain.contains("." + path.replace('/', '.') + ".")) {
            return Integer.MAX_VALUE;
        }
        List<String> parts = List.of(from.split("/"));
        int said = 0;
        for (int count = 1; count <= parts.size(); count++) {
            String end = String.join(".", parts.subList(parts.size() - count, parts.size()));
            said = !end.isEmpty() && plain.contains("." + end + ".") ? count : said;
        }
        return said;
    }

    private static boolean titled(String text, String name) {
        return titles(name).anyMatch(title -> title.length() > 1 && word(text, title));
    }

    /** The test's own name, without its file, its class and its parameters. */
    private static Stream<String> titles(String name) {
        String own = PARAMETERS.matcher(name).replaceAll("").strip();
        Stream<String> ends = Stream.of("::", " > ", ".", "/", ":")
                .map(mark -> own.substring(own.lastIndexOf(mark) < 0 ? 0 : own.lastIndexOf(mark) + mark.length()));
        Stream<String> subtest = own.contains(".")
                ? Stream.of(own.substring(own.lastIndexOf('.') + 1).split("/", 2)[0])
                : Stream.empty();
        return Stream.concat(Stream.of(name), Stream.concat(ends, subtest));
    }

    private static boolean word(String text, String title) {
        for (int at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            int end = at + title.length();
            if (begins && (end >= text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** How many tests fewer may run: all of them if a removed declaration may stand for any number of tests. */
    private int lost(TestReport before) {
        int lost = 0;
        for (Map.Entry<String, String> file : changed.entrySet()) {
            String text = base.text(file.getKey());
            int gone = declared(text) - declared(result.text(file.getValue()));
            if (gone > 0 && !before.named() && MANY.matcher(text).find()) {
                return before.ran();
            }
            lost += Math.max(0, gone);
        }
        return lost;
    }

    private static int declared(String text) {
        Matcher declared = DECLARED.matcher(text);
        int count = 0;
        while (declared.find()) {
            count++;
        }
        return count;
    }
}
