package dev.pawl.evidence.inline;

import dev.pawl.evidence.protect.GrantedChanges;
import dev.pawl.evidence.protect.ProtectedFiles;
import dev.pawl.evidence.tree.FileTree;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares the tests in product files with those of the base: a test of the base must not change, whatever else in the
 * file does. A test that moved to another changed file counts as unchanged.
 */
public final class InlineTests {
    private static final int MAX_NAMED = 3;
    private static final Pattern NAME =
            Pattern.compile("(?:fn|def )(\\w+?)\\(|\\b(?:it|test)\\(([\"'`].*?[\"'`])|^(test\"[^\"]*\")");
    private static final Pattern REBOUND =
            Pattern.compile(">>> (?:(?:def|class)\\s+(\\w+)|(\\w+)\\s*=(?!=)).*", Pattern.DOTALL);

    private final ProtectedFiles files;
    private final FileTree base;
    private final FileTree result;
    private final Set<String> changed;

    /** @param changed paths that differ between the two */
    public InlineTests(ProtectedFiles files, FileTree base, FileTree result, Collection<String> changed) {
        this.files = files;
        this.base = base;
        this.result = result;
        this.changed = new TreeSet<>(changed);
    }

    /** One for each file with changed or missing tests. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (String path : changed) {
            if (!base.has(path) || files.holdsTestsOnly(path)) {
                continue;
            }
            Set<String> gone = gone(path);
            if (!gone.isEmpty()) {
                findings.add(finding(path, "tests in it were changed or are gone: " + named(gone)));
            } else if (rebinds(path)) {
                findings.add(finding(path, "a new example in it redefines what the examples of the base test"));
            }
        }
        return List.copyOf(findings);
    }

    /** Files of the result with the base's test blocks in place of their own, by path; only files that differ. */
    public SortedMap<String, String> withBaseBlocks() {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String path : changed) {
            if (base.has(path) && result.has(path) && !files.holdsTestsOnly(path) && !files.mayChange(path)) {
                BlockLanguage.of(path).ifPresent(language -> {
                    String now = result.text(path);
                    String text = replaced(now, language.blocks(now), base.text(path), language);
                    if (!text.equals(now)) {
                        texts.put(path, text);
                    }
                });
            }
        }
        return texts;
    }

    private static String replaced(String now, List<TestBlock> blocks, String before, BlockLanguage language) {
        Map<String, TestBlock> places = blocks.stream().collect(Collectors.toMap(TestBlock::key, block -> block));
        StringBuilder behind = new StringBuilder();
        TreeMap<Integer, TestBlock> old = new TreeMap<>();
        for (TestBlock block : language.blocks(before)) {
            TestBlock place = places.get(block.key());
            if (place == null) {
                behind.append('\n').append(before, block.start(), block.end()).append('\n');
            } else {
                old.put(place.start(), block);
            }
        }
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (TestBlock place : blocks) {
            TestBlock block = old.get(place.start());
            if (block != null) {
                text.append(now, from, place.start()).append(before, block.start(), block.end());
                from = place.end();
            }
        }
        return text.append(now, from, now.length()).append(behind).toString();
    }

    private Set<String> gone(String path) {
        Set<String> gone = tests(path, base.text(path));
        gone.removeAll(tests(path, result.text(path)));
        if (gone.isEmpty()) {
            return gone;
        }
        for (String other : changed) {
            if (result.has(other)) {
                gone.removeAll(tests(other, result.text(other)));
            }
        }
        return gone;
    }

    private Set<String> tests(String path, String text) {
        Set<String> tests = new LinkedHashSet<>();
        BlockLanguage.of(path)
                .ifPresent(language -> language.blocks(text).forEach(block -> tests.addAll(block.tests())));
        if (!path.endsWith(".py") || files.reaches(path)) {
            tests.addAll(TestFunctions.of(path, text));
        }
        Set<String> examples = Examples.of(path, text);
        if (!examples.isEmpty() && examplesRun(path)) {
            tests.addAll(examples);
        }
        return tests;
    }

    /** Examples are tests only if a check runs them. */
    private boolean examplesRun(String path) {
        if (path.endsWith(".rs")) {
            return files.runs("cargo");
        }
        if (path.matches(".*\\.exs?")) {
            return files.runs("mix");
        }
        return files.says("doctest") || base.text(path).contains("doctest");
    }

    /** Whether a new example redefines a function of the file for the examples after it. */
    private boolean rebinds(String path) {
        if (!path.endsWith(".py") || files.mayChange(path)) {
            return false;
        }
        Set<String> old = Examples.of(path, base.text(path));
        Set<String> added = new LinkedHashSet<>(Examples.of(path, result.text(path)));
        added.removeAll(old);
        if (old.isEmpty() || added.isEmpty() || !examplesRun(path)) {
            return false;
        }
        for (String example : added) {
            Matcher bound = REBOUND.matcher(example);
            if (bound.matches()) {
                String name = bound.group(1) == null ? bound.group(2) : bound.group(1);
                if (defines(base.text(path), name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean defines(String text, String name) {
        return Pattern.compile("(?m)^\\s*(?:async\\s+)?(?:def|class)\\s+" + name + "\\b")
                .matcher(text)
                .find();
    }

    private Finding finding(String path, String detail) {
        return files.mayChange(path)
                ? new Finding(FindingKind.TESTS_CHANGED, path, detail + ", as the task allows", false)
                : new Finding(
                        FindingKind.PROTECTED_CHANGED,
                        path,
                        "%s; keep them as they are, or declare it in %s"
                                .formatted(detail, GrantedChanges.testsKey(path)),
                        true);
    }

    private static String named(Set<String> tests) {
        return tests.stream().limit(MAX_NAMED).map(InlineTests::name).collect(Collectors.joining(", "))
                + (tests.size() > MAX_NAMED ? ", …" : "");
    }

    private static String name(String test) {
        Matcher name = NAME.matcher(test);
        if (name.find()) {
            return name.group(1) != null ? name.group(1) : name.group(2) != null ? name.group(2) : name.group(3);
        }
        String line = test.lines().findFirst().orElse(test);
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
