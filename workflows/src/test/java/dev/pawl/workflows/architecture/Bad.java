package dev.pawl.workflows.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What workflow code must not do, one class a rule. */
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
