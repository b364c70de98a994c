package dev.pawl.workspace.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cache of snapshot contents of this host: a commit's id determines its content, so entries never become stale, and
 * each hit saves a process. Thread-safe, of bounded size.
 */
public final class KnownSnapshots {
    private static final int TREES = 1000;
    private static final int LISTINGS = 16;

    /** A longer listing is cheap compared to the work on so many files. */
    private static final int FILES = 5000;

    private final Map<String, String> trees = new Recent<>(TREES);
    private final Map<String, List<StoredFile>> listings = new Recent<>(LISTINGS);

    synchronized void remember(StoredCommit stored) {
        trees.put(stored.commit(), stored.tree());
    }

    String tree(String commit, Function<String, String> ask) {
        return tree(commit).orElseGet(() -> {
            String tree = ask.apply(commit);
            remember(new StoredCommit(commit, tree));
            return tree;
        });
    }

    List<StoredFile> files(String commit, Function<String, List<StoredFile>> ask) {
        return listing(commit).orElseGet(() -> {
            List<StoredFile> files = List.copyOf(ask.apply(commit));
            if (files.size() <= FILES) {
                put(commit, files);
            }
            return files;
        });
    }

    private synchronized Optional<String> tree(String commit) {
        return Optional.ofNullable(trees.get(commit));
    }

    private synchronized Optional<List<StoredFile>> listing(String commit) {
        return Optional.ofNullable(listings.get(commit));
    }

    private synchronized void put(String commit, List<StoredFile> files) {
        listings.put(commit, files);
    }

    /** Keeps the most recently used entries. */
    private static final class Recent<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Recent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
        }
    }
}
