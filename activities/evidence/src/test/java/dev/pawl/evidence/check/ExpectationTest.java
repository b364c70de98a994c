package dev.pawl.evidence.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.evidence.reach.CheckFiles;
import dev.pawl.evidence.tree.MapTree;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationTest {
    @ParameterizedTest
    @ValueSource(strings = {"ruby -Ilib test/calc_test.rb", "bundle exec rake test", "sh t.sh", "rails test"})
    void testsOfMinitestHaveToShowThatTheyRan(String run) {
        MapTree base = new MapTree(Map.of(
                "t.sh", "set -e\nruby test/calc_test.rb\n", "test/calc_test.rb", "require 'minitest/autorun'\n"));

        assertThat(expected(run, base).end()).isTrue();
        assertThat(expected(run, base).tests()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ruby test/calc_test.rb", "rake test"})
    void aScriptThatIsNamedLikeATestMayBeSilent(String run) {
        MapTree base = new MapTree(Map.of("test/calc_test.rb", "raise 'no' unless add(2, 3) == 5\n"));

        assertThat(expected(run, base).end()).isFalse();
    }

    private static Expectation expected(String run, MapTree base) {
        CheckSpec check = new CheckSpec("c", run, Duration.ofMinutes(1), Must.PASS, 0, null);
        return Expectation.of(check, CheckFiles.of(List.of(check), base, ""), base);
    }
}
