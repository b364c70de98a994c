package dev.pawl.api.plan;

import java.util.List;

/**
 * A package as the rules see it.
 *
 * @param needs ids of packages that are integrated before it starts
 * @param owns patterns of the paths it may change; none means every path
 */
public record PackageNode(String id, List<String> needs, List<String> owns) {
    public PackageNode {
        needs = List.copyOf(needs);
        owns = List.copyOf(owns);
    }
}
