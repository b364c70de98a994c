package dev.pawl.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchScriptTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jest --watch                               | --watch=false --watchAll=false
            jest --watchAll --coverage                 | --watch=false --watchAll=false
            NODE_ENV=test jest --watch-all             | --watch=false --watchAll=false
            vitest                                     | --run
            vitest --coverage                          | --run
            vitest --ui                                | --run
            vitest watch                               |
            react-scripts test                         | --watchAll=false
            craco test                                 | --watchAll=false
            ng test                                    | --watch=false --browsers=ChromeHeadless
            ng test my-app --code-coverage             | --watch=false --browsers=ChromeHeadless
            karma start karma.conf.js                  | --single-run --browsers=ChromeHeadless
            mocha --watch test                         | --no-watch
            mocha -w                                   | --no-watch
            web-test-runner --watch                    | --no-watch
            nodemon --exec mocha                       |
            cypress open                               |
            node --watch --test                        |
            """)
    void aScriptThatWatchesIsFoundAndRunOnceIfItsRunnerIsKnown(String script, String once) {
        assertThat(WatchScript.watches(script)).isTrue();
        assertThat(WatchScript.once(script).orElse(null)).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jest",
                "jest --ci",
                "jest --watch=false",
                "jest --watchAll=false",
                "jest --watchman=false",
                "jest --no-watchman",
                "vitest run",
                "vitest --run",
                "vitest run --coverage",
                "CI=true react-scripts test",
                "react-scripts test --watchAll=false",
                "ng test --watch=false",
                "karma start --single-run",
                "karma start --singleRun",
                "mocha",
                "mocha test/**/*.js",
                "node --test",
                "tsc && node dist/test.js",
                "playwright test",
                "echo watch the tests"
            })
    void aScriptThatEndsIsLeftAlone(String script) {
        assertThat(WatchScript.watches(script)).isFalse();
    }
}
