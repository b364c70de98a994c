package dev.pawl.workflows.plan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same answers as the gateway's rules give for a whole plan, except for character classes. */
class GlobsTest {
    @ParameterizedTest
    @CsvSource({
        "src, src/a.py",
        "src/**, src/a.py",
        "**/*.py, src/**",
        "src/*, src/deep/**",
        "src/**/test, **/test/unit",
        "README.md, readme.md",
        "a.d, a.d/b",
        "src/*.py, src/a.py",
        "docs/[a-m]*, docs/[n-z]*",
        "**, x"
    })
    void patternsThatMayShareAPathOverlap(String one, String other) {
        assertThat(Globs.overlap(one, other)).isTrue();
        assertThat(Globs.overlap(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "src, srcs",
        "src/a.py, src/b.py",
        "src/**/*.java, src/**/*.xml",
        "**/a.py, **/b.py",
        "src/main/**, src/test/**",
        "a?c, ab",
        "*.py, src/*.py"
    })
    void patternsWithoutACommonPathDoNot(String one, String other) {
        assertThat(Globs.overlap(one, other)).isFalse();
        assertThat(Globs.overlap(other, one)).isFalse();
    }
}
