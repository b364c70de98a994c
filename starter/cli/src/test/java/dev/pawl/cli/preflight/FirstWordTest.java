package dev.pawl.cli.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstWordTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            python3 -m pytest -q      | python3
            CI=1 LANG=C npm test      | npm
            make                      | make
            '  go test ./...'         | go
            git diff; echo done       | git
            """)
    void theProgramOfACommandLineIsItsFirstWord(String line, String program) {
        assertThat(FirstWord.of(line)).contains(program);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cd server && make",
                "test -f x",
                "[ -f x ]",
                "if true; then make; fi",
                "./gradlew test",
                ".venv/bin/python -m pytest",
                "$PYTHON -m pytest",
                "\"my prog\" x",
                "(make)",
                "! make",
                "true",
                ""
            })
    void shellKeywordsAndExpansionsAreIgnored(String line) {
        assertThat(FirstWord.of(line)).isEmpty();
    }
}
