package dev.pawl.host.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where tool chains have what is installed for a user. HOME of a run is private, so each tool gets the place in its own
 * variable: the worker's value, or else the usual place, if it exists. A sandbox shows such places read-only.
 */
public final class ToolPlaces {
    private enum Base {
        HOME("", ""),
        DATA("XDG_DATA_HOME", ".local/share"),
        CONFIG("XDG_CONFIG_HOME", ".config"),
        CACHE("XDG_CACHE_HOME", ".cache");

        private final String variable;
        private final String usual;

        Base(String variable, String usual) {
            this.variable = variable;
            this.usual = usual;
        }

        Path of(Map<String, String> own, Path home) {
            String set = own.getOrDefault(variable, "");
            return set.startsWith("/") ? Path.of(set) : home.resolve(usual);
        }
    }

    private record Place(String variable, Base base, String name) {
        Path usual(Map<String, String> own, Path home) {
            return base.of(own, home).resolve(name);
        }
    }

    /** Installed programs and their settings, without keys. */
    private static final List<Place> TOOLS = List.of(
            new Place("MISE_DATA_DIR", Base.DATA, "mise"),
            new Place("MISE_CONFIG_DIR", Base.CONFIG, "mise"),
            new Place("ASDF_DATA_DIR", Base.HOME, ".asdf"),
            new Place("ASDF_CONFIG_FILE", Base.HOME, ".asdfrc"),
            new Place("PROTO_HOME", Base.HOME, ".proto"),
            new Place("VOLTA_HOME", Base.HOME, ".volta"),
            new Place("FNM_DIR", Base.DATA, "fnm"),
            new Place("NVM_DIR", Base.HOME, ".nvm"),
            new Place("NODENV_ROOT", Base.HOME, ".nodenv"),
            new Place("COREPACK_HOME", Base.CACHE, "node/corepack"),
            new Place("PNPM_HOME", Base.DATA, "pnpm"),
            new Place("BUN_INSTALL", Base.HOME, ".bun"),
            new Place("DENO_INSTALL", Base.HOME, ".deno"),
            new Place("PYENV_ROOT", Base.HOME, ".pyenv"),
            new Place("UV_PYTHON_INSTALL_DIR", Base.DATA, "uv/python"),
            new Place("UV_TOOL_DIR", Base.DATA, "uv/tools"),
            new Place("RBENV_ROOT", Base.HOME, ".rbenv"),
            new Place("RUSTUP_HOME", Base.HOME, ".rustup"),
            new Place("GOENV", Base.CONFIG, "go/env"),
            new Place("GOENV_ROOT", Base.HOME, ".goenv"),
            new Place("SDKMAN_DIR", Base.HOME, ".sdkman"),
            new Place("JENV_ROOT", Base.HOME, ".jenv"),
            new Place("DOTNET_ROOT", Base.HOME, ".dotnet"),
            new Place("ANDROID_HOME", Base.HOME, "Android/Sdk"),
            new Place("ELAN_HOME", Base.HOME, ".elan"),
            new Place("PLAYWRIGHT_BROWSERS_PATH", Base.CACHE, "ms-playwright"),
            new Place("CYPRESS_CACHE_FOLDER", Base.CACHE, "Cypress"),
            new Place("PUPPETEER_CACHE_DIR", Base.CACHE, "puppeteer"));

    /** Downloaded packages, and settings in which a user may have keys for registries. */
    private static final List<Place> PACKAGES = List.of(
            new Place("CARGO_HOME", Base.HOME, ".cargo"),
            new Place("GOPATH", Base.HOME, "go"),
            new Place("GRADLE_USER_HOME", Base.HOME, ".gradle"),
            new Place("NUGET_PACKAGES", Base.HOME, ".nuget/packages"),
            new Place("POETRY_CONFIG_DIR", Base.CONFIG, "pypoetry"),
            new Place("npm_config_userconfig", Base.HOME, ".npmrc"),
            new Place("PIP_CONFIG_FILE", Base.CONFIG, "pip/pip.conf"),
            new Place("UV_CONFIG_FILE", Base.CONFIG, "uv/uv.toml"),
            new Place("NETRC", Base.HOME, ".netrc"));

    /** Programs below a home that a sandbox shows in any case. */
    private static final List<String> PROGRAMS = List.of(
            ".cache/pawl/agents",
            ".local/bin",
            ".local/lib",
            ".local/share/uv",
            ".local/share/mise",
            ".asdf",
            ".bun",
            ".cargo/bin",
            ".deno",
            ".fnm",
            ".jdks",
            ".local/share/fnm",
            ".nvm",
            ".pyenv",
            ".rbenv",
            ".rustup",
            ".sdkman",
            ".volta",
            "go",
            ".m2/repository",
            ".gradle/wrapper");

    private static final String USER_BASE = "PYTHONUSERBASE";
    private static final String MISE_TRUSTED = "MISE_TRUSTED_CONFIG_PATHS";

    private final Map<String, String> own;
    private final Path home;

    /** @param own the worker's environment */
    public ToolPlaces(Map<String, String> own) {
        this.own = Map.copyOf(own);
        this.home = Path.of(own.getOrDefault("HOME", System.getProperty("user.home")));
    }

    public static List<String> programs() {
        return PROGRAMS;
    }

    /**
     * Variables for an agent: no packages, and no settings that may hold keys.
     *
     * @param directory what the run works on: mise reads its configuration there, which it does for trusted places only
     */
    public Map<String, String> tools(Path directory) {
        Map<String, String> variables = new TreeMap<>();
        put(variables, TOOLS);
        if (variables.containsKey("MISE_DATA_DIR")) {
            String more = own.getOrDefault(MISE_TRUSTED, "");
            variables.put(MISE_TRUSTED, more.isEmpty() ? directory.toString() : more + ":" + directory);
        }
        return variables;
    }

    /** Variables for setup and checks. */
    public Map<String, String> all(Path directory) {
        Map<String, String> variables = tools(directory);
        put(variables, PACKAGES);
        userBase().ifPresent(base -> variables.put(USER_BASE, base));
        return variables;
    }

    /** The parent of the packages that are installed for the user's Python; empty if there are none. */
    public Optional<String> userBase() {
        String set = own.get(USER_BASE);
        Path usual = home.resolve(".local");
        if (set != null) {
            return Optional.of(set);
        }
        try (Stream<Path> versions = Files.list(usual.resolve("lib"))) {
            return versions.anyMatch(
                            version -> String.valueOf(version.getFileName()).startsWith("python3"))
                    ? Optional.of(usual.toString())
                    : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private void put(Map<String, String> variables, List<Place> places) {
        for (Place place : places) {
            String set = own.get(place.variable());
            Path usual = place.usual(own, home);
            if (set != null) {
                variables.put(place.variable(), set);
            } else if (Files.exists(usual)) {
                variables.put(place.variable(), usual.toString());
            }
        }
    }
}
