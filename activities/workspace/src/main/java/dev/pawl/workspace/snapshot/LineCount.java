package dev.pawl.workspace.snapshot;

import java.util.ArrayList;
import java.util.List;

/** One record of {@code git diff --numstat -z}: lines added and removed, or that the file is binary. */
record LineCount(int added, int removed, boolean binary) {
    static List<LineCount> parse(String[] fields) {
        List<LineCount> counts = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            String[] parts = fields[i].split("\t", 3);
            boolean binary = parts[0].equals("-");
            counts.add(new LineCount(
                    binary ? 0 : Integer.parseInt(parts[0]), binary ? 0 : Integer.parseInt(parts[1]), binary));
            if (parts[2].isEmpty()) {
                i += 2; // a rename: both paths follow as separate fields
            }
        }
        return counts;
    }

    boolean anything() {
        return binary || added > 0 || removed > 0;
    }
}
