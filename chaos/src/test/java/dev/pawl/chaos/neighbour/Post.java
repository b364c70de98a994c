package dev.pawl.chaos.neighbour;

import dev.pawl.chaos.work.ChaosTask;
import dev.pawl.chaos.work.Control;
import dev.pawl.chaos.work.Step;

/** Where a task is held while its worker is suspended. */
enum Post {
    IN_THE_AGENT,
    IN_THE_SNAPSHOT,
    IN_THE_CHECKS;

    /** Starts the task so that it will be held here. */
    void start(ChaosTask task) {
        Control control = task.control();
        switch (this) {
            case IN_THE_AGENT -> control.hold("agent");
            // Preparation takes snapshots too: the relevant one follows the agent.
            case IN_THE_SNAPSHOT -> {
                control.hold("agent");
                task.start();
                control.await("agent");
                control.holdSnapshot();
                control.release("agent");
                return;
            }
            case IN_THE_CHECKS -> control.hold("check");
        }
        task.start();
    }

    /** Number of attempts that reached this point. */
    int arrivals(Control control) {
        return switch (this) {
            case IN_THE_AGENT -> control.ledger().runs(Step.AGENT);
            case IN_THE_SNAPSHOT -> control.snapshotsHeld();
            case IN_THE_CHECKS -> control.ledger().runs(Step.CHECK);
        };
    }
}
