package dev.pawl.api.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {
    @ParameterizedTest
    @CsvSource({
        "src, src/a.py, true",
        "src, src, true",
        "src, srcs/a.py, false",
        "src/, src/a.py, true",
        "src/, src, false",
        "./src/a.py, src/a.py, true",
        "*.py, a.py, true",
        "*.py, src/a.py, false",
        "**/*.py, a.py, true",
        "**/*.py, src/deep/a.py, true",
        "src/**, src/a/b, true",
        "src/**, src, false",
        "src/**/test, src/test, true",
        "src/**/test, src/a/b/test/x, true",
        "src/*, src/a/b, true",
        "a?c, abc, true",
        "a?c, a/c, false",
        "[a-c]x, bx, true",
        "[!a-c]x, bx, false",
        "[!a-c]x, dx, true",
        "a[1].py, a1.py, true",
        "a[1].py, a[1].py, true",
        "a\\*b, a*b, true",
        "a\\*b, axb, false",
        "**, any/thing, true"
    })
    void aPatternMatchesAsGitsIgnoreRulesDo(String glob, String path, boolean matches) {
        assertThat(PathGlob.of(glob).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "src, src/a.py",
        "src/**, src/a.py",
        "**/*.py, src/**",
        "src/*, src/deep/**",
        "src/**/test, **/test/unit",
        "*, a",
        "docs/[a-m]*, docs/index",
        "README.md, readme.md",
        "Src/**, src/a",
        "a.d, a.d/b",
        "[[:alpha:]]x, qx",
        "**, x"
    })
    void patternsThatShareAPathOverlapAndNameOne(String one, String other) {
        assertThat(PathGlob.of(one).overlap(PathGlob.of(other)))
                .hasValueSatisfying(path -> assertThat(path)
                        .doesNotStartWith("/")
                        .doesNotEndWith("/")
                        .doesNotContain("//"));
        assertThat(PathGlob.of(other).overlap(PathGlob.of(one))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "src, srcs",
        "src/a.py, src/b.py",
        "src/**/*.java, src/**/*.xml",
        "**/a.py, **/b.py",
        "src/main/**, src/test/**",
        "docs/[a-m]*, docs/[n-z]*",
        "a?c, ab",
        "*.py, src/*.py"
    })
    void patternsWithoutACommonPathDoNotOverlap(String one, String other) {
        assertThat(PathGlob.of(one).overlap(PathGlob.of(other))).isEmpty();
        assertThat(PathGlob.of(other).overlap(PathGlob.of(one))).isEmpty();
    }

    @Test
    void aNameWithAnExtensionIsADirectoryIfTheRepositoryHasOne() {
        PathGlob xml = PathGlob.of("app/*.xml");

        assertThat(PathGlob.of("app/*.d").overlap(PathGlob.of("app/conf.d/**/x")))
                .isPresent();
        assertThat(PathGlob.of("app/*.d").overlap(PathGlob.of("app/*/x"))).isEmpty();
        assertThat(PathGlob.of("app/*.d", List.of("app/conf.d")).overlap(PathGlob.of("app/*/x")))
                .isPresent();
        assertThat(xml.overlap(xml)).isPresent();
    }

    /** Names without extensions, for which the answer is exact. */
    @Test
    void noPairOfPatternsIsTakenForDisjointWhileAPathMatchesBoth() {
        Random random = new Random(13);
        List<String> paths = paths();
        int overlaps = 0;
        for (int i = 0; i < 4000; i++) {
            PathGlob one = PathGlob.of(pattern(random));
            PathGlob other = PathGlob.of(pattern(random));
            boolean shared = paths.stream().anyMatch(path -> one.matches(path) && other.matches(path));
            if (shared) {
                overlaps++;
                assertThat(one.overlap(other)).as("%s and %s", one, other).isPresent();
            }
            one.overlap(other).ifPresent(path -> {
                // A path in capitals is one for "[!a]" and shares its name with one for "a" on some file systems.
                assertThat(one.matches(path) || one.text().contains("[!"))
                        .as("%s matches %s", one, path)
                        .isTrue();
                assertThat(other.matches(path) || other.text().contains("[!"))
                        .as("%s matches %s", other, path)
                        .isTrue();
            });
        }
        assertThat(overlaps).isGreaterThan(100);
    }

    private static String pattern(Random random) {
        List<String> parts = List.of("a", "b", "ab", "*", "**", "a*", "*b", "?", "[ab]", "[!a]", "a?");
        List<String> names = new ArrayList<>();
        int length = 1 + random.nextInt(4);
        for (int i = 0; i < length; i++) {
            names.add(parts.get(random.nextInt(parts.size())));
        }
        return String.join("/", names) + (random.nextInt(8) == 0 ? "/" : "");
    }

    private static List<String> paths() {
        List<String> names = List.of("a", "b", "ab", "ba", "c");
        List<String> paths = new ArrayList<>(names);
        List<String> level = names;
        for (int depth = 0; depth < 3; depth++) {
            List<String> deeper = new ArrayList<>();
            level.forEach(parent -> names.forEach(name -> deeper.add(parent + "/" + name)));
            paths.addAll(deeper);
            level = deeper;
        }
        return paths;
    }
}
