package dev.pawl.host.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentAllowListTest {
    private static final Map<String, String> OWN = Map.of(
            "PATH", "/bin",
            "LC_ALL", "C.UTF-8",
            "https_proxy", "http://proxy.invalid",
            "HOME", "/home/user",
            "TMPDIR", "/tmp",
            "ANTHROPIC_API_KEY", "key",
            "CLAUDECODE", "1",
            "DATABASE_PASSWORD", "secret",
            "PAWL_RUN", "outer");

    @Test
    void onlyNamedVariablesPassAndHomeAndTempArePrivate() {
        assertThat(build(EnvironmentAllowList.TOOLS))
                .containsEntry("PATH", "/bin")
                .containsEntry("LC_ALL", "C.UTF-8")
                .containsEntry("https_proxy", "http://proxy.invalid")
                .containsEntry("HOME", "/run/home")
                .containsEntry("XDG_CONFIG_HOME", "/run/home/.config")
                .containsEntry("TMPDIR", "/run/tmp")
                .doesNotContainKeys("ANTHROPIC_API_KEY", "CLAUDECODE", "DATABASE_PASSWORD", "PAWL_RUN");
    }

    @Test
    void moreCanBeNamedAlsoByTheirStart() {
        assertThat(build(EnvironmentAllowList.TOOLS.plus(List.of("ANTHROPIC_*", "CLAUDECODE"))))
                .containsEntry("ANTHROPIC_API_KEY", "key")
                .containsEntry("CLAUDECODE", "1")
                .doesNotContainKey("DATABASE_PASSWORD");
    }

    @Test
    void programsAreTreatedAsInContinuousIntegrationUnlessTheVariableIsNamed() {
        assertThat(build(EnvironmentAllowList.TOOLS)).containsEntry("CI", "true");
        assertThat(build(EnvironmentAllowList.TOOLS.plus(List.of("CI")))).doesNotContainKey("CI");
        assertThat(EnvironmentAllowList.TOOLS
                        .plus(List.of("CI"))
                        .build(Map.of("CI", "false"), Path.of("/run/home"), Path.of("/run/tmp")))
                .containsEntry("CI", "false");
    }

    private static Map<String, String> build(EnvironmentAllowList list) {
        return list.build(OWN, Path.of("/run/home"), Path.of("/run/tmp"));
    }
}
