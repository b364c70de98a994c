package dev.pawl.chaos.stack;

import java.util.List;

/** How a site is set up. */
enum Setting {
    /** All tasks of a round stand still at once, who was killed is looked for often, and disks can be filled in no time. */
    ROUNDS(1, "1g"),
    /** As in the field: two workers that share a host, set as they come. */
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

    /** Size of each of its file systems, as mount takes it. */
    String disk() {
        return disk;
    }

    /** Of its Pawl processes. */
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
