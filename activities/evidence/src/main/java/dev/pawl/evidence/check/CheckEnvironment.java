package dev.pawl.evidence.check;

import dev.pawl.host.place.ToolPlaces;
import dev.pawl.host.process.EnvironmentAllowList;
import dev.pawl.host.redaction.Secret;
import dev.pawl.host.redaction.SecretValues;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The environment of setup and check commands: the worker's tools, the variables that the task names, a HOME and a
 * temporary directory that agents cannot access, and no search path into the workspace.
 */
final class CheckEnvironment {
    private static final List<String> PACKAGE_SOURCES = List.of("PIP_INDEX_URL", "GOPROXY", "GOFLAGS", "GOTOOLCHAIN");

    /** Search paths from which a program loads code before the task's command decides anything. */
    private static final Set<String> LOADED = Set.of(
            "PATH",
            "LD_LIBRARY_PATH",
            "LD_PRELOAD",
            "DYLD_LIBRARY_PATH",
            "DYLD_FALLBACK_LIBRARY_PATH",
            "DYLD_INSERT_LIBRARIES",
            "PYTHONPATH",
            "PYTHONHOME",
            "PYTHONSTARTUP",
            "PERL5LIB",
            "RUBYLIB",
            "GEM_HOME",
            "GEM_PATH",
            "NODE_PATH",
            "CLASSPATH",
            "PHP_INI_SCAN_DIR",
            "BASH_ENV",
            "ENV");

    /** Every run has its own. */
    private static final List<String> OWN = List.of(
            "HOME",
            "PWD",
            "OLDPWD",
            "SHLVL",
            "TMPDIR",
            "TMP",
            "TEMP",
            "CI",
            "TERM",
            "XDG_CONFIG_HOME",
            "XDG_CACHE_HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME");

    private static final String PRELOAD = "LD_PRELOAD";
    private static final String PHP_SETTINGS = "PHP_INI_SCAN_DIR";

    private final Map<String, String> own;
    private final ToolPlaces tools;

    CheckEnvironment(Map<String, String> own) {
        this.own = Map.copyOf(own);
        this.tools = new ToolPlaces(own);
    }

    /** Names of those that the worker has and checks get only if the task names them. */
    Set<String> variables() {
        EnvironmentAllowList given =
                EnvironmentAllowList.TOOLS.plus(PACKAGE_SOURCES).plus(OWN);
        return own.keySet().stream().filter(name -> !given.allows(name)).collect(Collectors.toUnmodifiableSet());
    }

    /** Those that the worker does not have. */
    List<String> unset(List<String> names) {
        return names.stream().filter(name -> !own.containsKey(name)).distinct().toList();
    }

    /** Among the values that the task names. */
    List<Secret> secrets(CheckPlace place) {
        return place.environment().stream()
                .filter(own::containsKey)
                .flatMap(name -> SecretValues.of(name, own.getOrDefault(name, "")).stream())
                .toList();
    }

    Map<String, String> in(CheckPlace place) {
        Map<String, String> environment = EnvironmentAllowList.TOOLS
                .plus(PACKAGE_SOURCES)
                .plus(place.environment())
                .build(own, place.home(), place.temp());
        environment.putIfAbsent("PATH", "/usr/bin:/bin");
        for (String name : LOADED) {
            String given = environment.remove(name);
            String kept = given == null ? "" : kept(name, given, place.directory());
            if (!kept.isEmpty()) {
                environment.put(name, kept);
            }
        }
        environment.putAll(tools.all(place.directory()));
        environment.put("GOCACHE", place.scratch().resolve("go-build").toString());
        environment.putIfAbsent(
                "npm_config_cache", place.scratch().resolve("npm").toString());
        environment.putIfAbsent("npm_config_update_notifier", "false");
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        environment.put("PYTHONPYCACHEPREFIX", place.temp().resolve("pycache").toString());
        if (tools.userBase().isEmpty()) {
            environment.put("PYTHONNOUSERSITE", "1");
        }
        environment.putIfAbsent("PYTHONIOENCODING", "utf-8:backslashreplace");
        return environment;
    }

    /** Also makes test runners report their results, and keeps the code under test from ending its runner in green. */
    Map<String, String> watched(CheckPlace place) {
        Map<String, String> environment = in(place);
        environment.put("PAWL_CHECK_ROOT", place.directory().toString());
        // Otherwise a test program that ends itself before its first test looks green.
        last(environment, "GOFLAGS", "-test.v");
        first(environment, "PYTHONPATH", place.guard().toString(), ":");
        first(environment, "PERL5LIB", place.guard().toString(), ":");
        first(environment, "PERL5OPT", "-M" + Scratch.PERL_GUARD, " ");
        first(environment, "RUBYLIB", place.guard().toString(), ":");
        first(environment, "RUBYOPT", "-r" + Scratch.RUBY_GUARD, " ");
        first(environment, "NODE_OPTIONS", required(place.guard().resolve(Scratch.NODE_GUARD)), " ");
        // Of several values of a setting, PHP takes the last one.
        environment.merge(PHP_SETTINGS, ":" + place.guard(), (given, ours) -> given + ours);
        last(
                environment,
                "PYTEST_ADDOPTS",
                "-p no:cacheprovider '--junitxml=%s'".formatted(place.reports().resolve("pytest.xml")));
        return environment;
    }

    private static void first(Map<String, String> environment, String name, String value, String separator) {
        environment.merge(name, value, (given, ours) -> ours + separator + given);
    }

    private static void last(Map<String, String> environment, String name, String value) {
        environment.merge(name, value, (given, ours) -> given + " " + ours);
    }

    /** Node splits its options at white space outside of quotes. */
    private static String required(Path guard) {
        return "--require=\"%s\""
                .formatted(guard.toString().replace("\\", "\\\\").replace("\"", "\\\""));
    }

    /** Without what leads into the workspace. */
    private static String kept(String name, String value, Path workspace) {
        String separator = name.equals(PRELOAD) ? "[: ]" : ":";
        return Arrays.stream(value.split(separator, -1))
                .filter(entry -> outside(entry, workspace)
                        || (name.equals(PRELOAD) && library(entry))
                        // The directory that PHP was built with.
                        || (name.equals(PHP_SETTINGS) && entry.isEmpty()))
                .collect(Collectors.joining(":"));
    }

    /** By name, which the system looks for. */
    private static boolean library(String entry) {
        return !entry.isEmpty() && !entry.contains("/");
    }

    private static boolean outside(String entry, Path workspace) {
        return entry.startsWith("/") && !Path.of(entry).normalize().startsWith(workspace);
    }
}
