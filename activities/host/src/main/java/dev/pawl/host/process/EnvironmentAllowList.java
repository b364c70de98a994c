package dev.pawl.host.process;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Builds the environment of an untrusted program: what it needs to work, and of the worker's own variables only the
 * listed ones.
 *
 * @param names exact names
 * @param prefixes such as {@code LC_}
 */
public record EnvironmentAllowList(Set<String> names, Set<String> prefixes) {
    /** Search path, locale, proxies, certificates and locations of common tool chains. No keys. */
    public static final EnvironmentAllowList TOOLS = new EnvironmentAllowList(
            Set.of(
                    "PATH",
                    "LANG",
                    "LANGUAGE",
                    "TZ",
                    "USER",
                    "LOGNAME",
                    "SHELL",
                    "HTTP_PROXY",
                    "HTTPS_PROXY",
                    "NO_PROXY",
                    "ALL_PROXY",
                    "http_proxy",
                    "https_proxy",
                    "no_proxy",
                    "all_proxy",
                    "SSL_CERT_FILE",
                    "SSL_CERT_DIR",
                    "NODE_EXTRA_CA_CERTS",
                    "REQUESTS_CA_BUNDLE",
                    "CURL_CA_BUNDLE",
                    "JAVA_HOME",
                    "PYENV_ROOT",
                    "NVM_DIR",
                    "RUSTUP_HOME",
                    "GOROOT",
                    "SDKMAN_DIR"),
            Set.of("LC_"));

    private static final String CI = "CI";

    public EnvironmentAllowList {
        names = Set.copyOf(names);
        prefixes = Set.copyOf(prefixes);
    }

    /** Adds names; one that ends in {@code *} is a prefix. */
    public EnvironmentAllowList plus(Collection<String> more) {
        Set<String> moreNames = new TreeSet<>(names);
        Set<String> morePrefixes = new TreeSet<>(prefixes);
        for (String name : more) {
            if (name.endsWith("*")) {
                morePrefixes.add(name.substring(0, name.length() - 1));
            } else {
                moreNames.add(name);
            }
        }
        return new EnvironmentAllowList(moreNames, morePrefixes);
    }

    /**
     * {@code CI} is {@code true}, so that programs neither ask nor watch, unless it is among the allowed names.
     *
     * @param own the worker's environment
     * @param home an existing private directory for HOME and the XDG directories
     * @param temp an existing private directory
     * @return a new modifiable map
     */
    public Map<String, String> build(Map<String, String> own, Path home, Path temp) {
        Map<String, String> environment = new TreeMap<>();
        own.forEach((name, value) -> {
            if (allows(name)) {
                environment.put(name, value);
            }
        });
        environment.put("HOME", home.toString());
        environment.put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        environment.put("XDG_CACHE_HOME", home.resolve(".cache").toString());
        environment.put("XDG_DATA_HOME", home.resolve(".local/share").toString());
        environment.put("XDG_STATE_HOME", home.resolve(".local/state").toString());
        for (String name : Set.of("TMPDIR", "TMP", "TEMP")) {
            environment.put(name, temp.toString());
        }
        environment.put("TERM", "dumb");
        if (!allows(CI)) {
            environment.put(CI, "true");
        }
        return environment;
    }

    /** Whether a variable of this name is passed on. */
    public boolean allows(String name) {
        return names.contains(name) || prefixes.stream().anyMatch(name::startsWith);
    }
}
