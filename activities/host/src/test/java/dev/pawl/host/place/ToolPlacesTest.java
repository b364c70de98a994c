package dev.pawl.host.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolPlacesTest {
    private static final Path WORK = Path.of("/work");

    @TempDir
    Path home;

    @Test
    void aToolGetsItsUsualPlaceIfItExists() throws Exception {
        Path pyenv = Files.createDirectories(home.resolve(".pyenv"));
        Path browsers = Files.createDirectories(home.resolve(".cache/ms-playwright"));

        assertThat(tools(Map.of()).tools(WORK))
                .isEqualTo(Map.of("PYENV_ROOT", pyenv.toString(), "PLAYWRIGHT_BROWSERS_PATH", browsers.toString()));
    }

    @Test
    void theUsersOwnSettingAndBaseDirectoriesCount() throws Exception {
        Path data = Files.createDirectories(home.resolve("data/fnm"));

        assertThat(tools(Map.of("XDG_DATA_HOME", home.resolve("data").toString(), "VOLTA_HOME", "/opt/volta"))
                        .tools(WORK))
                .isEqualTo(Map.of("FNM_DIR", data.toString(), "VOLTA_HOME", "/opt/volta"));
    }

    @Test
    void packagesAndSettingsWithKeysAreForSetupAndChecksOnly() throws Exception {
        Path cargo = Files.createDirectories(home.resolve(".cargo"));
        Path npm = Files.writeString(home.resolve(".npmrc"), "//registry.example/:_authToken=x");

        assertThat(tools(Map.of()).tools(WORK)).isEmpty();
        assertThat(tools(Map.of()).all(WORK))
                .isEqualTo(Map.of("CARGO_HOME", cargo.toString(), "npm_config_userconfig", npm.toString()));
    }

    @Test
    void packagesOfTheUsersPythonAreForSetupAndChecksIfThereAreAny() throws Exception {
        Files.createDirectories(home.resolve(".local/lib/other"));
        assertThat(tools(Map.of()).all(WORK)).isEmpty();

        Files.createDirectories(home.resolve(".local/lib/python3.12/site-packages"));
        assertThat(tools(Map.of()).tools(WORK)).isEmpty();
        assertThat(tools(Map.of()).all(WORK))
                .isEqualTo(Map.of("PYTHONUSERBASE", home.resolve(".local").toString()));
    }

    @Test
    void miseTrustsTheDirectoryOfTheRun() throws Exception {
        Files.createDirectories(home.resolve(".local/share/mise"));

        assertThat(tools(Map.of()).tools(WORK)).containsEntry("MISE_TRUSTED_CONFIG_PATHS", "/work");
        assertThat(tools(Map.of("MISE_TRUSTED_CONFIG_PATHS", "/src")).tools(WORK))
                .containsEntry("MISE_TRUSTED_CONFIG_PATHS", "/src:/work");
    }

    private ToolPlaces tools(Map<String, String> more) {
        Map<String, String> own = new HashMap<>(more);
        own.put("HOME", home.toString());
        return new ToolPlaces(own);
    }
}
