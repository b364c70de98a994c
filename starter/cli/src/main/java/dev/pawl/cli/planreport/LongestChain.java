package dev.pawl.cli.planreport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The critical path as it happened: of all chains of packages that need each other, the one whose attempts took longest.
 * No schedule with these times is shorter.
 *
 * @param ids from the first package to the last
 */
record LongestChain(List<String> ids, Duration length) {
    LongestChain {
        ids = List.copyOf(ids);
    }

    static LongestChain of(Collection<PackageHistory> packages) {
        Search search = new Search(packages);
        @Nullable String last = null;
        for (PackageHistory each : packages) {
            if (last == null || search.to(each.id()).compareTo(search.to(last)) > 0) {
                last = each.id();
            }
        }
        return last == null ? new LongestChain(List.of(), Duration.ZERO) : search.chain(last);
    }

    private static final class Search {
        private final Map<String, PackageHistory> packages = new LinkedHashMap<>();
        private final Map<String, Duration> lengths = new HashMap<>();
        private final Map<String, String> before = new HashMap<>();

        Search(Collection<PackageHistory> packages) {
            packages.forEach(each -> this.packages.put(each.id(), each));
        }

        /** Length of the longest chain that ends with a package. */
        Duration to(String id) {
            Duration known = lengths.get(id);
            if (known != null) {
                return known;
            }
            PackageHistory each = packages.get(id);
            if (each == null) {
                return Duration.ZERO;
            }
            lengths.put(id, Duration.ZERO); // ends a cycle, which no valid plan has
            Duration longest = Duration.ZERO;
            for (String need : each.source().getNeedsList()) {
                Duration length = to(need);
                if (length.compareTo(longest) > 0) {
                    longest = length;
                    before.put(id, need);
                }
            }
            Duration whole = longest.plus(each.work());
            lengths.put(id, whole);
            return whole;
        }

        LongestChain chain(String last) {
            List<String> ids = new ArrayList<>();
            for (@Nullable String id = last; id != null && ids.size() < packages.size(); id = before.get(id)) {
                ids.addFirst(id);
            }
            return new LongestChain(ids, to(last));
        }
    }
}
