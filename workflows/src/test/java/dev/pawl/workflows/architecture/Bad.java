package dev.pawl.workflows.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forbidden constructs in workflow code, one class per rule. */
final class Bad {
    private Bad() {}

    static final class ReadsTheClock {
        Instant when() {
            return Instant.now();
        }
    }

    static final class ThrowsDice {
        UUID id() {
            return UUID.randomUUID();
        }
    }

    static final class StartsAThread {
        Thread thread() {
            return Thread.ofVirtual().unstarted(() -> {});
        }
    }

    static final class IteratesInRandomOrder {
        Set<String> names() {
            return Set.of("a", "b");
        }
    }

    static final class HashesInRandomOrder {
        Map<Object, String> names() {
            return new HashMap<>();
        }
    }

    static final class HashesASet {
        Set<Object> names() {
            return new HashSet<>(8);
        }
    }

    static final class CollectsInRandomOrder {
        Set<String> names(Stream<String> all) {
            return all.collect(Collectors.toSet());
        }
    }

    static final class GroupsInRandomOrder {
        Map<Integer, List<String>> names(Stream<String> all) {
            return all.collect(Collectors.groupingBy(String::length));
        }
    }

    static final class ReadsAFile {
        boolean exists(String name) {
            return Files.exists(Path.of(name));
        }
    }

    static final class LogsAtReplay {
        static final Logger LOG = LoggerFactory.getLogger(LogsAtReplay.class);
    }

    static final class CountsForEver {
        static int count;
    }

    static final class UsesAFramework {
        void check() {
            Assertions.fail();
        }
    }
}
