package dev.pawl.worker.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Unknown keys are rejected with the nearest valid name. */
class UnknownPropertyCheckTest {
    private static final TreeSet<String> KNOWN =
            new TreeSet<>(List.of("pawl.home", "pawl.agents.slots", "pawl.judge.rate-per-second"));

    @Test
    void anUnknownPropertyIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> check(file(Map.of("pawl.agent.slot", "2", "pawl.hom", "/x", "server.port", "1"))))
                .isInstanceOf(UnknownPropertyException.class)
                .hasMessageContaining("'pawl.agent.slot' (file); the nearest one is 'pawl.agents.slots'")
                .hasMessageContaining("'pawl.hom' (file); the nearest one is 'pawl.home'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pawl.judge.rate-per-second", "pawl.judge.ratePerSecond", "pawl.judge.rate_per_second"})
    void everySpellingOfAKnownPropertyIsAccepted(String spelling) {
        assertThatCode(() -> check(file(Map.of(spelling, "2")))).doesNotThrowAnyException();
    }

    @Test
    void aVariableThatNearlyNamesAPropertyIsRefused() {
        assertThatThrownBy(() -> check(variables(Map.of("PAWL_AGENT_SLOTS", "2"))))
                .isInstanceOf(UnknownPropertyException.class)
                .hasMessageContaining("'PAWL_AGENT_SLOTS'")
                .hasMessageContaining("'pawl.agents.slots'");
    }

    @Test
    void variablesOfTheLauncherAndOfRunsAreNotConfiguration() {
        Map<String, Object> others = Map.of(
                "PAWL_CACHE", "/c", "PAWL_LOCAL_COMMAND", "java", "PAWL_RUN", "t/s", "PAWL_JUDGE_RATEPERSECOND", "3");
        assertThatCode(() -> check(variables(others))).doesNotThrowAnyException();
    }

    @Test
    void aSystemPropertyThatNearlyNamesOneIsRefusedAndTheBuildsOwnAreNot() {
        String source = StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME;
        assertThatThrownBy(() -> check(new MapPropertySource(source, Map.of("pawl.agent.slots", "2"))))
                .isInstanceOf(UnknownPropertyException.class)
                .hasMessageContaining("'pawl.agents.slots'");
        assertThatCode(() -> check(new MapPropertySource(source, Map.of("pawl.analyze.skip", "true"))))
                .doesNotThrowAnyException();
    }

    @Test
    void theBuildDescribesThePropertiesOfThisModule() {
        assertThat(KnownProperties.on(getClass().getClassLoader())).contains("pawl.home", "pawl.agents.slots");
    }

    private static MapPropertySource file(Map<String, Object> properties) {
        return new MapPropertySource("file", properties);
    }

    private static PropertySource<?> variables(Map<String, Object> variables) {
        return new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables);
    }

    private static void check(PropertySource<?> source) {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.stream().map(PropertySource::getName).toList().forEach(sources::remove);
        sources.addFirst(source);
        UnknownPropertyCheck.check(environment, KNOWN);
    }
}
