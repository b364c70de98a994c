package dev.pawl.evidence.check;

import dev.pawl.host.process.EnvironmentAllowList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The environment of setup and check commands: the worker's tools, a HOME and a temporary directory that agents cannot
 * access, and no search path into the workspace. No variable lets a runner load code of the workspace.
 */
final class CheckEnvironment {
    /** Directories with installed and downloaded files, which tools would not find with a fresh HOME. */
    private static final Map<String, String> INSTALLED = Map.of(
            "RUSTUP_HOME", ".rustup",
            "CARGO_HOME", ".cargo",
            "GOPATH", "go",
            "GRADLE_USER_HOME", ".gradle",
            "npm_config_userconfig", ".npmrc",
            "PIP_CONFIG_FILE", ".config/pip/pip.conf");

    private final Map<String, String> own;

    CheckEnvironment(Map<String, String> own) {
        this.own = Map.copyOf(own);
    }

    Map<String, String> in(CheckPlace place) {
        EnvironmentAllowList allowed =
                EnvironmentAllowList.TOOLS.plus(List.of("PIP_INDEX_URL", "GOPROXY", "GOFLAGS", "GOTOOLCHAIN"));
        Map<String, String> environment = allowed.build(own, place.home(), place.temp());
        environment.put("PATH", outside(environment.getOrDefault("PATH", "/usr/bin:/bin"), place.directory()));
        installed(environment);
        environment.put("GOCACHE", place.scratch().resolve("go-build").toString());
        environment.put("npm_config_cache", place.scratch().resolve("npm").toString());
        environment.put("npm_config_update_notifier", "false");
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        environment.put("PYTHONPYCACHEPREFIX", place.temp().resolve("pycache").toString());
        environment.put("PYTHONNOUSERSITE", "1");
        environment.put("PYTHONIOENCODING", "utf-8:backslashreplace");
        return environment;
    }

    /** Also makes test runners report their results, and keeps the code under test from ending its runner in green. */
    Map<String, String> watched(CheckPlace place) {
        Map<String, String> environment = in(place);
        environment.put("PYTHONPATH", place.guard().toString());
        environment.put("PAWL_CHECK_ROOT", place.directory().toString());
        // Otherwise a test program that ends itself before its first test looks green.
        environment.merge("GOFLAGS", "-test.v", (given, named) -> given + " " + named);
        environment.put("PERL5LIB", place.guard().toString());
        environment.put("PERL5OPT", "-M" + Scratch.PERL_GUARD);
        environment.put("RUBYLIB", place.guard().toString());
        environment.put("RUBYOPT", "-r" + Scratch.RUBY_GUARD);
        // Beside the directory that PHP was built with.
        environment.put("PHP_INI_SCAN_DIR", ":" + place.guard());
        environment.put("NODE_OPTIONS", required(place.guard().resolve(Scratch.NODE_GUARD)));
        environment.put(
                "PYTEST_ADDOPTS",
                "-p no:cacheprovider '--junitxml=%s'".formatted(place.reports().resolve("pytest.xml")));
        return environment;
    }

    /** Node splits its options at white space outside of quotes. */
    private static String required(Path guard) {
        return "--require=\"%s\""
                .formatted(guard.toString().replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private void installed(Map<String, String> environment) {
        String home = own.getOrDefault("HOME", System.getProperty("user.home"));
        INSTALLED.forEach((name, place) -> {
            String set = own.get(name);
            Path usual = Path.of(home, place);
            if (set != null) {
                environment.put(name, set);
            } else if (Files.exists(usual)) {
                environment.put(name, usual.toString());
            }
        });
    }

    private static String outside(String path, Path workspace) {
        return Arrays.stream(path.split(":", -1))
                .filter(entry -> entry.startsWith("/"))
                .filter(entry -> !Path.of(entry).normalize().startsWith(workspace))
                .collect(Collectors.joining(":"));
    }
}
