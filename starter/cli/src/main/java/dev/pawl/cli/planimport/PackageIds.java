package dev.pawl.cli.planimport;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ids that a plan file allows, for those of the source. */
final class PackageIds {
    private static final int LONGEST = 64;

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    /** A new, unique id for a package. */
    String add(String given, int number) {
        String id = given.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
        String shortened = id.substring(0, Math.min(LONGEST - 5, id.length()));
        String start = shortened.isEmpty() ? "package-" + number : shortened;
        String unique = start;
        for (int i = 2; !used.add(unique); i++) {
            unique = start + "-" + i;
        }
        ids.putIfAbsent(given, unique);
        return unique;
    }

    /** The id of a package by its name in the source. */
    Optional<String> find(String given) {
        return Optional.ofNullable(ids.get(given));
    }
}
