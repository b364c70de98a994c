package dev.pawl.workflows.model.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Limits what a task's processes see of the host to what they need, by bubblewrap.
 *
 * @param allowHosts the only servers that those with network access reach; empty means all public ones
 * @param ifPossible whether a host that can do less gives what it can, and says so; else the task fails there
 */
public record SandboxSpec(
        NetworkAccess network,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> allowHosts,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ifPossible) {
    private static final int MOST_HOSTS = 200;
    private static final int LONGEST = 253;
    private static final int MOST_PORT = 65_535;
    private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
    private static final Pattern HOST = Pattern.compile("(?:\\*\\.)?%1$s(?:\\.%1$s)*(?::(\\d{1,5}))?".formatted(LABEL));

    public SandboxSpec {
        allowHosts = allowHosts == null ? List.of() : List.copyOf(allowHosts);
        if (!allowHosts.isEmpty() && (network == NetworkAccess.NONE || network == NetworkAccess.HOST)) {
            throw new IllegalArgumentException("needs network all or agent");
        }
        if (ifPossible && (network != NetworkAccess.ALL || !allowHosts.isEmpty())) {
            throw new IllegalArgumentException("a sandbox that is optional cannot restrict the network");
        }
        if (allowHosts.size() > MOST_HOSTS) {
            throw new IllegalArgumentException("more than " + MOST_HOSTS + " hosts");
        }
        for (String host : allowHosts) {
            if (!valid(host)) {
                throw new IllegalArgumentException("'%s' is not a host".formatted(host));
            }
        }
    }

    private static boolean valid(String host) {
        Matcher entry = HOST.matcher(host);
        if (host.length() > LONGEST || !entry.matches()) {
            return false;
        }
        String port = entry.group(1);
        return port == null || (Integer.parseInt(port) > 0 && Integer.parseInt(port) <= MOST_PORT);
    }

    public SandboxSpec(NetworkAccess network, List<String> allowHosts) {
        this(network, allowHosts, false);
    }

    /** All public servers. */
    public SandboxSpec(NetworkAccess network) {
        this(network, List.of());
    }

    /** The strictest that a host can do. */
    public static SandboxSpec auto() {
        return new SandboxSpec(NetworkAccess.ALL, List.of(), true);
    }
}
