package dev.pawl.api.plan;

import java.util.List;

/** Why a set of packages is no plan. Packages and items are named by their index. */
public sealed interface GraphFault {
    /** The package to report it at. */
    int at();

    /** One line for people. */
    String reason();

    /** A second package of the same id, regardless of case: some file systems take such names for one. */
    record DuplicateId(int at, String id, String earlier) implements GraphFault {
        @Override
        public String reason() {
            return id.equals(earlier)
                    ? "two packages have the id '" + id + "'"
                    : "the ids '%s' and '%s' differ only in case".formatted(earlier, id);
        }
    }

    /** @param item index in the needs of the package */
    record UnknownNeed(int at, int item, String id) implements GraphFault {
        @Override
        public String reason() {
            return "no package '" + id + "'";
        }
    }

    /** @param ids from a package back to itself by its needs: the first is also the last */
    record Cycle(int at, List<String> ids) implements GraphFault {
        public Cycle {
            ids = List.copyOf(ids);
        }

        @Override
        public String reason() {
            return "these packages need each other: " + String.join(" → ", ids);
        }
    }

    /**
     * Two packages that may run at the same time own one path.
     *
     * @param item index of the pattern in the owns of the package; -1 if it has none and so owns everything
     * @param path an example
     */
    record Overlap(int at, int item, String id, String glob, String otherId, String otherGlob, String path)
            implements GraphFault {
        @Override
        public String reason() {
            return "packages '%s' and '%s' both own %s, such as %s"
                    .formatted(
                            otherId,
                            id,
                            glob.equals(otherGlob) ? glob : "paths of " + otherGlob + " and " + glob,
                            path);
        }
    }
}
