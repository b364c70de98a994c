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
    void the_program_of_a_command_line_is_its_first_word(String line, String program) {
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
    void words_of_the_shell_and_what_only_the_shell_can_tell_are_left_alone(String line) {
        assertThat(FirstWord.of(line)).isEmpty();
    }
}
