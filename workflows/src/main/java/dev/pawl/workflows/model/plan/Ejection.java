package dev.pawl.workflows.model.plan;

import java.time.Instant;
import java.util.List;

/**
 * Why an accepted result was not integrated.
 *
 * @param kind {@code conflict}, {@code red}, {@code trespass} or {@code empty}
 * @param detail one line for people
 * @param paths in conflict or without permission
 * @param excerpt the end of the output of the red check; empty otherwise
 */
public record Ejection(String kind, String detail, List<String> paths, String excerpt, Instant at) {
    public Ejection {
        paths = List.copyOf(paths);
    }
}
