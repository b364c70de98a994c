package dev.pawl.chaos.stack;

import java.util.List;

/** Configurations of a site. */
enum Setting {
    /** All tasks of a round are held at once, killed workers are checked often, and disks are small enough to fill. */
    ROUNDS(1, "1g"),
    /** Production defaults: two workers that share a host. */
    FIELD(2, "4g");

    private final int workers;
    private final String disk;

    Setting(int workers, String disk) {
        this.workers = workers;
        this.disk = disk;
    }

    int workers() {
        return workers;
    }

    /** Size of each of its file systems, as an option of mount. */
    String disk() {
        return disk;
    }

    /** Properties of its Pawl processes. */
    List<String> properties() {
        return switch (this) {
            case ROUNDS ->
                List.of(
                        "--pawl.agents.slots=32",
                        "--pawl.checks.slots=32",
                        "--pawl.judge.slots=32",
                        "--pawl.judge.rate-per-second=1000",
                        "--pawl.reaper.period=1s");
            case FIELD -> List.of();
        };
    }
}
