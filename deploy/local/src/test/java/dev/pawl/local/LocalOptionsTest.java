package dev.pawl.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOptionsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("HOME", "/home/a");

    @Test
    void homeIsTheArgumentElseTheVariableElseTheStateDirectory() {
        Map<String, String> variable = Map.of("HOME", "/home/a", "PAWL_HOME", "/srv/pawl");
        assertThat(LocalOptions.parse(List.of(), ENVIRONMENT).home()).isEqualTo(Path.of("/home/a/.local/state/pawl"));
        assertThat(LocalOptions.parse(List.of(), variable).home()).isEqualTo(Path.of("/srv/pawl"));
        assertThat(LocalOptions.parse(List.of("--home", "/with space"), variable)
                        .home())
                .isEqualTo(Path.of("/with space"));
    }

    @Test
    void propertiesArePassedOn() {
        assertThat(LocalOptions.parse(List.of("--home", "/h", "--pawl.agents.slots=2"), ENVIRONMENT)
                        .properties())
                .containsExactly("--pawl.agents.slots=2");
    }

    @Test
    void onceIsForFillingCaches() {
        assertThat(LocalOptions.parse(List.of("--once", "--home", "/h"), ENVIRONMENT)
                        .once())
                .isTrue();
        assertThat(LocalOptions.parse(List.of("--home", "/h"), ENVIRONMENT).once())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--hom", "start", "--pawl.agents.slots", "-x", ""})
    void anythingElseIsRefusedWithTheUsage(String argument) {
        assertThatThrownBy(() -> LocalOptions.parse(List.of(argument), ENVIRONMENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + argument + "'")
                .hasMessageContaining("usage:");
    }

    @Test
    void homeWithoutADirectoryIsRefused() {
        assertThatThrownBy(() -> LocalOptions.parse(List.of("--home"), ENVIRONMENT))
                .hasMessage("--home needs a directory");
    }
}
